using LeapSearch.Service.Startup;

return await ServiceProgram.RunAsync(args);
