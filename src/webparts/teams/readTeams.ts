import { placeFrom, type Place } from '../../domain/teams';
import type { TeamsSdk } from './sdk';
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

interface Known {
  theme?: string | undefined;
  subPageId?: string | undefined;
  appId?: string | undefined;
  frame?: string | undefined;
}

/** What Teams answers within a time. */
async function askTeams({ teamsJs }: TeamsSdk): Promise<Known | undefined> {
  const late = new Promise<undefined>((resolve) => {
    window.setTimeout(() => resolve(undefined), patience);
  });
  const asked = teamsJs.app.initialize().then(async (): Promise<Known> => {
    const { app, page } = await teamsJs.app.getContext();
    const { appId } = app as { appId?: { toString(): string } };
    return { theme: app.theme, subPageId: page.subPageId, appId: appId?.toString(), frame: page.frameContext };
  });
  return Promise.race([late, asked]).catch(() => undefined);
}

/** Reads where a web part is shown in Teams. Never fails, and never waits for long. */
export async function readTeams(sdk: TeamsSdk): Promise<TeamsContext> {
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
