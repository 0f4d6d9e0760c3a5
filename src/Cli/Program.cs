System.Console.WriteLine("pytocs");
