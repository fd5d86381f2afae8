import type { SPFI } from '@pnp/sp';
import { people, TestServer } from './server';

/** A server for all tests of a file, and PnPjs as an owner. Both are there from the first test on. */
export function withServer(): { readonly server: TestServer; readonly sp: SPFI } {
  let server: TestServer | undefined;
  const running = (): TestServer => {
    if (!server) throw new Error('The server is there from the first test on, not before.');
    return server;
  };
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => running().stop());
  return {
    get server() {
      return running();
    },
    get sp() {
      return running().as(people.owner);
    }
  };
}
