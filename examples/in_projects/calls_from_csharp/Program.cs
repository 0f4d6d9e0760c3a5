using Pytocs.Runtime.Core;

Console.WriteLine(Prices.Module.WithDiscount(80, 25));
var quotes = await Task.WhenAll(Prices.Module.Quote("tea", 4.20).AsTask(), Prices.Module.Quote("coffee", 6.10).AsTask());
Console.WriteLine(string.Join(Environment.NewLine, quotes));
try
{
    Prices.Module.WithDiscount(80, 120);
}
catch (ValueError error)
{
    Console.WriteLine(error.Message);
}
