process.stderr.write("docket: not built yet\n");
process.exitCode = 2;

export {};
