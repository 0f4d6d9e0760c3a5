var app = WebApplication.CreateBuilder(args).Build();

// The asynchronous generator is an IAsyncEnumerable<string>, which ASP.NET Core sends item by item.
app.MapGet("/ticks/{count:int}", (int count) => Feed.Module.Ticks(count));

app.Run("http://localhost:5080");
