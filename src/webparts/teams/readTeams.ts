import { placeFrom, type Place } from '../../domain/teams';
import { teamsThemeNamed, type TeamsThemeName } from './teamsThemes';

/** Teams was seen not to answer on phones; what the SharePoint Framework knows has to do then. In milliseconds. */
const patience = 2_000;

/** What Teams says of where a web part is shown. */
export interface TeamsContext {
  theme: TeamsThemeName;
  /** What a link opened. */
  place: Place | undefined;
  /** Id of the Teams app, as this organisation's Teams knows it; undefined where it does not say. */
  appId: string | undefined;
  /** In a dialog that somebody opened from a conversation. */
  inDialog: boolean;
}

/** As much of Teams' library as tells where one is. */
export interface AskedTeams {
  teamsJs: {
    app: {
      initialize(): Promise<void>;
      /** The app's id is there in Teams, and not in the types of the library. */
      getContext(): Promise<{
        app: { theme: string; appId?: { toString(): string } };
        page: { subPageId?: string; frameContext: string };
      }>;
    };
  };
  /** What the SharePoint Framework was told when the page was opened. */
  context: { theme?: string; subEntityId?: string; frameContext?: string };
}

interface Known {
  theme?: string | undefined;
  subPageId?: string | undefined;
  appId?: string | undefined;
  frame?: string | undefined;
}

/** What Teams answers within a time. */
async function askTeams({ teamsJs }: AskedTeams): Promise<Known | undefined> {
  const late = new Promise<undefined>((resolve) => {
    window.setTimeout(() => resolve(undefined), patience);
  });
  const asked = teamsJs.app.initialize().then(async (): Promise<Known> => {
    const { app, page } = await teamsJs.app.getContext();
    return { theme: app.theme, subPageId: page.subPageId, appId: app.appId?.toString(), frame: page.frameContext };
  });
  return Promise.race([late, asked]).catch(() => undefined);
}

/** Reads where a web part is shown in Teams. Never fails, and never waits for long. */
export async function readTeams(sdk: AskedTeams): Promise<TeamsContext> {
  const { context } = sdk;
  const known: Known = (await askTeams(sdk)) ?? {
    theme: context.theme,
    subPageId: context.subEntityId,
    frame: context.frameContext
  };
  return {
    theme: teamsThemeNamed(known.theme),
    place: placeFrom(known.subPageId),
    appId: known.appId,
    inDialog: known.frame === 'task'
  };
}
