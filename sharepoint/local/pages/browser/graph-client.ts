import * as client from '@microsoft/microsoft-graph-client';

/** Microsoft's Graph client, as the component that the SPFx runtime loads when a web part asks for it. */
(window as unknown as { define(dependencies: string[], factory: () => unknown): void }).define([], () => client);
