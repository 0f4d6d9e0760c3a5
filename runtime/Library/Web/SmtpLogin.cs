using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>How a client of mail says who it is: <see href="https://docs.python.org/3.13/library/smtplib.html#smtplib.SMTP.login">login</see>.</summary>
internal static class SmtpLogin
{
    private const int MostChallenges = 5;

    public static ClassMaker Add(ClassMaker maker) => maker
        .Method("ehlo_or_helo_if_needed", static self => Lib.Do(() =>
        {
            if (!self.Get("helo_resp").IsNone || !self.Get("ehlo_resp").IsNone || IsGood(self.Invoke("ehlo")))
                return;
            var reply = self.Invoke("helo");
            if (!IsGood(reply))
                throw ClientErrors.Make(SmtpErrors.Helo, reply[0], reply[1]);
        }))
        .Method("auth", "self, mechanism, authobject, *, initial_response_ok=True", static a => Authenticate(a[0], Operators.Str(a[1]).ToUpperInvariant(), a[2], a[3].Truth))
        .Method("auth_cram_md5", "challenge=None", static (self, challenge) => challenge.IsNone ? Any.None
            : self.Get("user") + " " + Modules.Import("hmac").Invoke("HMAC", self.Get("password").Invoke("encode", "ascii"), challenge, "md5").Invoke("hexdigest"), Any.None)
        .Method("auth_plain", "challenge=None", static (self, _) => $"\0{Operators.Str(self.Get("user"))}\0{Operators.Str(self.Get("password"))}", Any.None)
        .Method("auth_login", "challenge=None", static (self, challenge) => challenge.IsNone || self.Get("_auth_challenge_count") < 2 ? self.Get("user") : self.Get("password"), Any.None)
        .Method("login", "self, user, password, *, initial_response_ok=True", static a => Login(a[0], a[1], a[2], a[3]))
        .Method("starttls", "self, *, context=None", static a =>
        {
            a[0].Invoke("ehlo_or_helo_if_needed");
            if (!a[0].Invoke("has_extn", "starttls").Truth)
                throw ClientErrors.Make(SmtpErrors.NotSupported, "STARTTLS extension not supported by server.");
            throw new NotImplementedError("TLS is not supported");
        });

    private static bool IsGood(Any reply) => Lib.Int(reply[0]) is >= 200 and <= 299;

    private static string Encoded(Any text) => Convert.ToBase64String(Codecs.Encode(Operators.Str(text), "ascii"));

    private static Any Authenticate(Any self, string mechanism, Any method, bool atOnce)
    {
        Any first = atOnce ? method.Call() : Any.None;
        var reply = self.Invoke("docmd", "AUTH", first.IsNone ? mechanism : $"{mechanism} {Encoded(first)}");
        var count = first.IsNone ? 0 : 1;
        while (Operators.Equal(reply[0], 334))
        {
            self.Set("_auth_challenge_count", ++count);
            reply = self.Invoke("docmd", Encoded(method.Call(Modules.Import("base64").Invoke("decodebytes", reply[1]))));
            if (count > MostChallenges)
                throw ClientErrors.Make(SmtpErrors.Base, $"Server AUTH mechanism infinite loop. Last response: {Operators.Repr(reply)}");
        }
        return Lib.Int(reply[0]) is 235 or 503 ? reply : throw ClientErrors.Make(SmtpErrors.Authentication, reply[0], reply[1]);
    }

    private static Any Login(Any self, Any user, Any password, Any atOnce)
    {
        self.Invoke("ehlo_or_helo_if_needed");
        if (!self.Invoke("has_extn", "auth").Truth)
            throw ClientErrors.Make(SmtpErrors.NotSupported, "SMTP AUTH extension not supported by server.");
        var offered = Operators.Str(self.Get("esmtp_features")["auth"]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var known = ((string[])["CRAM-MD5", "PLAIN", "LOGIN"]).Where(m => offered.Contains(m)).ToArray();
        if (known.Length == 0)
            throw ClientErrors.Make(SmtpErrors.Base, "No suitable authentication method found.");
        self.Set("user", user);
        self.Set("password", password);
        BaseException? last = null;
        foreach (var mechanism in known)
        {
            try
            {
                return self.Invoke("auth", new Arguments { mechanism, self.Get("auth_" + mechanism.ToLowerInvariant().Replace('-', '_')), { "initial_response_ok", atOnce } });
            }
            catch (BaseException error) when (Builtins.IsInstance(error, SmtpErrors.Authentication))
            {
                last = error;
            }
        }
        throw last!;
    }
}
