import { initializeIcons } from '@fluentui/font-icons-mdl2';
import { Editing } from './editing';
import { Modules } from './modules';
import { MountedWebPart, showFailure } from './mounted-web-part';
import { readPageData } from './page-data';
import { keepGraphLocal, startRuntime } from './runtime-scope';
import { applyToPage, currentTheme, rememberTheme } from './themes';

/** Starts the SPFx runtime on a page and mounts the web parts that the page has. */

/** Loads colours into SCSS that names theme slots; a part of the runtime, so it is there before any web part. */
function themeLoader(modules: Modules): (theme: Record<string, string>) => void {
  return modules.named<{ loadTheme(theme: Record<string, string>): void }>('@microsoft/load-themed-styles').loadTheme;
}

/** The choice of a theme in the header; web parts on the page follow. */
function wireThemes(modules: Modules, mounted: MountedWebPart[]): void {
  const choice = document.getElementById('theme');
  if (!(choice instanceof HTMLSelectElement)) return;
  choice.value = currentTheme();
  choice.addEventListener('change', () => {
    rememberTheme(choice.value);
    applyToPage(choice.value, themeLoader(modules));
    for (const one of mounted) one.applyTheme(choice.value);
  });
}

async function start(): Promise<void> {
  const data = readPageData();
  keepGraphLocal();
  initializeIcons('/_local/runtime/fonts/');
  const modules = new Modules(data.optional, data.installed);
  const mounted: MountedWebPart[] = [];
  const editing = new Editing(data);
  wireThemes(modules, mounted);
  applyToPage(currentTheme(), themeLoader(modules));
  for (const library of data.host) modules.provide(library.name, library.id, await modules.load(library.script));
  const scope = startRuntime(modules, data);
  const host = {
    isPaneOpen: () => editing.isPaneOpen,
    paneAction: (instanceId: string, action: string) => editing.paneAction(instanceId, action),
    changed: () => editing.changed()
  };
  await Promise.all(
    data.webParts.map(async (placed) => {
      const element = document.getElementById(`web-part-${placed.instanceId}`);
      const one = element && (await MountedWebPart.mount(modules, scope, data, placed, element, host));
      if (one) mounted.push(one);
    })
  );
  editing.start(data.webParts.flatMap((placed) => mounted.filter((one) => one.placed === placed)));
}

start().catch((error: unknown) => {
  const main = document.querySelector('main');
  if (main) showFailure(main, error, document.title);
});
