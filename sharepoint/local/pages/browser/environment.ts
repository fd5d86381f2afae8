/**
 * Runs before everything else on a page. SharePoint tells Fluent UI where its fonts are; here they are not loaded from
 * anywhere, so that no request leaves the machine.
 */
(window as Window & { FabricConfig?: { fontBaseUrl: string; iconBaseUrl: string } }).FabricConfig = {
  fontBaseUrl: '',
  iconBaseUrl: '/_local/runtime/fonts/'
};
export {};
