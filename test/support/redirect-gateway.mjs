// Preloaded into a program under test: requests to the gateway's address go to the emulator, all others fail loudly.
const gateway = process.env.TEST_GATEWAY;
const emulator = process.env.TEST_EMULATOR;
const realFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  if (!request.url.startsWith(`${gateway}/`)) {
    process.stderr.write(`REFUSED ${request.url}\n`);
    throw new TypeError(`fetch of ${request.url}`);
  }
  return await realFetch(new Request(request.url.replace(gateway, emulator), request));
};
