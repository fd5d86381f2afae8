import { EnquiryDesk, lastSeen, type ActionDocument, type DeskSource, type Done } from '../../src/data/desk/act';
import type { DeskAccess } from '../../src/data/desk/access';
import { readOneEnquiry, type OneEnquiry, type Place } from '../../src/data/desk/one-enquiry';
import { ownFolders } from '../../src/data/desk/own-enquiries';
import { readDeskStart, type DeskStart } from '../../src/data/desk/start';
import type { ActionInput, ActionName, Actor } from '../../src/domain/enquiries/life';
import { sitePath } from './enquiries';
import type { TestServer } from './server';

/** Somebody at the desk, as the web part knows them. */
export interface AtDesk extends DeskSource {
  login: string;
  start: DeskStart;
  access: DeskAccess;
  /** Where an enquiry may be that they open by its address. */
  places: readonly Place[];
}

/** Somebody opens the desk. */
export async function atDesk(server: TestServer, login: string): Promise<AtDesk> {
  const sp = server.as(login);
  const start = await readDeskStart(sp, sitePath, login, login);
  const { access, kinds } = start;
  return {
    ...{ sp, sitePath, login, start, access, kinds, persistence: { tries: 8, wait: async () => undefined } },
    places: start.self ? ownFolders(start.self) : ['anywhere']
  };
}

/** An enquiry as somebody sees it; undefined where they do not. */
export const open = ({ sp, places, start, kinds }: AtDesk, id: number): Promise<OneEnquiry | undefined> =>
  readOneEnquiry(sp, sitePath, id, places, start, kinds);

let count = 0;

/** Somebody does something with an enquiry, having seen it as it stands unless another state is given. */
export async function act(
  by: AtDesk,
  actor: Actor,
  id: number,
  action: ActionName,
  input: ActionInput,
  { seen, key, documents = [], now = new Date() }: { seen?: OneEnquiry; key?: string; documents?: ActionDocument[]; now?: Date } = {}
): Promise<Done> {
  const enquiry = seen ?? (await open(by, id));
  if (!enquiry) throw new Error(`${by.login} does not see EQ-${id}`);
  count += 1;
  const deed = { action, input, actor, key: key ?? `deed-${count}`, after: lastSeen(enquiry), documents, now };
  return new EnquiryDesk(by, enquiry).perform(deed);
}
