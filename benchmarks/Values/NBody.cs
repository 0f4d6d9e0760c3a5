namespace Pytocs.Benchmarks.Values;

/// <summary>nbody as a C# developer would write it.</summary>
internal static class NBody
{
    private sealed class Body(double x, double y, double z, double vx, double vy, double vz, double mass)
    {
        public double X = x, Y = y, Z = z, Vx = vx, Vy = vy, Vz = vz;
        public readonly double Mass = mass;
    }

    public static void Run()
    {
        Body[] bodies =
        [
            new(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743),
            new(4.84143144246472, -1.16032004402742, -0.10362204447112, 0.60632639299583, 2.81198684491626, -0.02521836165988, 0.03769367487038),
            new(8.34336671824457, 4.12479856412430, -0.40352341711432, -1.01077434617879, 1.82566237123041, 0.00841576137658, 0.01128632613196),
            new(12.8943695621391, -15.1111514016986, -0.22330757889265, 1.08279100644153, 0.86871301816960, -0.01083263740136, 0.00172372405705),
            new(15.3796971148509, -25.9193146099879, 0.17925877295037, 0.97909073224389, 0.59469899864767, -0.03475595555078, 0.00203368686992),
        ];
        Console.WriteLine($"{Energy(bodies):F9}");
        for (var i = 0; i < 100000; i++)
            Advance(bodies, 0.01);
        Console.WriteLine($"{Energy(bodies):F9}");
    }

    private static void Advance(Body[] bodies, double dt)
    {
        for (var i = 0; i < bodies.Length; i++)
        {
            var a = bodies[i];
            for (var j = i + 1; j < bodies.Length; j++)
            {
                var b = bodies[j];
                var (dx, dy, dz) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
                var mag = dt / Math.Pow(dx * dx + dy * dy + dz * dz, 1.5);
                a.Vx -= dx * b.Mass * mag;
                a.Vy -= dy * b.Mass * mag;
                a.Vz -= dz * b.Mass * mag;
                b.Vx += dx * a.Mass * mag;
                b.Vy += dy * a.Mass * mag;
                b.Vz += dz * a.Mass * mag;
            }
        }
        foreach (var b in bodies)
        {
            b.X += dt * b.Vx;
            b.Y += dt * b.Vy;
            b.Z += dt * b.Vz;
        }
    }

    private static double Energy(Body[] bodies)
    {
        var e = 0.0;
        for (var i = 0; i < bodies.Length; i++)
        {
            var a = bodies[i];
            e += 0.5 * a.Mass * (a.Vx * a.Vx + a.Vy * a.Vy + a.Vz * a.Vz);
            for (var j = i + 1; j < bodies.Length; j++)
            {
                var b = bodies[j];
                var (dx, dy, dz) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
                e -= a.Mass * b.Mass / Math.Pow(dx * dx + dy * dy + dz * dz, 0.5);
            }
        }
        return e;
    }
}
