import { dataBlock, htmlPage } from '../pages/html';
import { runtimeData, runtimeScripts, stableId, type PageRequest } from '../pages/site-page';

/** The pages on which SharePoint shows a web part inside Teams: as a tab, and as a dialog. */
export const hostedPages = /\/_layouts\/15\/(teamslogon|teamshostedapp|teamstaskhostedapp)\.aspx$/i;

/** A page with one web part and nothing around it, for a frame of Teams. */
export function hostedPage(request: PageRequest, componentId: string, properties: Record<string, unknown>): string {
  const data = {
    page: '',
    mayEdit: false,
    ...runtimeData(request),
    webParts: [{ instanceId: stableId(`teams ${componentId}`), id: componentId, properties }]
  };
  const body = `<main class="hosted"><div id="web-part-${stableId(`teams ${componentId}`)}"></div></main>
${dataBlock('page-data', data)}`;
  return htmlPage('Teams', body, [...runtimeScripts(), '/_local/runtime/teams-js/MicrosoftTeams.min.js', '/_local/assets/hosted.js']);
}
