using System.Text;
using Maoding.Commands;

Console.OutputEncoding = new UTF8Encoding(false);
return CommandLine.Run(args);
