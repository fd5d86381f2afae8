import { escapeXml as escapeHtml } from '../escape';

/** Escapes text for HTML. */
export { escapeXml as escapeHtml } from '../escape';

/** JSON for a data block in HTML: nothing in it can end the element. */
export const dataBlock = (id: string, data: unknown): string =>
  `<script type="application/json" id="${escapeHtml(id)}">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`;

/** A page of the local SharePoint. Scripts come from files only: the Content-Security-Policy allows no others. */
export const htmlPage = (title: string, body: string, scripts: string[] = []): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_local/assets/host.css">
</head>
<body>
${body}
${scripts.map((source) => `<script src="${escapeHtml(source)}"></script>`).join('\n')}
</body>
</html>
`;
