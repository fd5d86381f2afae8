import { strToU8, zipSync } from 'fflate';

/**
 * A solution that is not Memberlink's, as other people's packages are: two web parts in one bundle, texts by language,
 * a chunk that is loaded later, and libraries of the runtime that Memberlink itself does not use.
 */

const productId = '6d1f4d5e-3a55-4a0f-9f0b-0f6a1c2b3d4e';
const ids = { first: '0b5f8f4c-1111-4222-8333-444455556666', second: '0b5f8f4c-1111-4222-8333-444455557777' };
const runtime = {
  base: { id: '974a7777-0990-4136-8fa6-95d80114c2e0', version: '1.18.2' },
  lodash: { id: '73e1dc6c-8441-42cc-ad47-4bd3659f8a3a', version: '1.18.2' },
  pane: { id: 'f9e737b7-f0df-4597-ba8c-3060f82380db', version: '1.18.2' },
  http: { id: 'c07208f0-ea3b-4c1a-9965-ac1b825211a6', version: '1.18.2' }
};

const bundle = `define("${ids.first}_1.0.0", ["@microsoft/sp-webpart-base", "@microsoft/sp-lodash-subset", "@microsoft/sp-property-pane", "@microsoft/sp-http", "ForeignStrings"], (base, lodash, pane, http, strings) => {
  const publicPath = document.currentScript.src.replace(/[^/]+$/, '');
  class First extends base.BaseClientSideWebPart {
    render() {
      const { who, shout, size, colour, level, count, extra } = this.properties;
      const more = [shout && 'loud', size, colour, level, count, extra].filter((one) => one !== undefined && one !== false).join(' ');
      this.domElement.textContent = strings.Greeting + ' ' + lodash.escape('<' + who + '>') + (more ? ' ' + more : '');
      this.domElement.setAttribute('data-mode', String(this.displayMode));
      const get = this.context.spHttpClient.get(this.context.pageContext.web.absoluteUrl + '/_api/web?$select=Title', http.SPHttpClient.configurations.v1);
      get.then((response) => response.json()).then((web) => { this.domElement.setAttribute('data-site', web.Title); });
      const note = (name) => (value) => this.domElement.setAttribute(name, String(value));
      this.context.aadTokenProviderFactory.getTokenProvider().then((provider) => provider.getToken('https://graph.microsoft.com')).then(note('data-token'));
      this.context.msGraphClientFactory.getClient('3').then((graph) => {
        graph.api('/me').get().then((me) => note('data-graph')(me.displayName));
        graph.api('/me/presence').get().then(note('data-presence'), (error) => note('data-presence')(error.statusCode + ' ' + error.code));
      });
      this.context.aadTokenProviderFactory.getTokenProvider().then((provider) => provider.getToken('api://not-granted')).then(note('data-refused'), (error) => note('data-refused')(error.message));
      const later = document.createElement('script');
      later.src = publicPath + 'chunk.later.js';
      document.head.appendChild(later);
    }
    onThemeChanged(theme) {
      this.domElement.setAttribute('data-inverted', String(theme.isInverted));
      this.domElement.setAttribute('data-background', theme.semanticColors.bodyBackground);
      this.domElement.setAttribute('data-text', theme.semanticColors.bodyText);
    }
    getPropertyPaneConfiguration() {
      const fields = [
        pane.PropertyPaneTextField('who', { label: 'Who', description: 'Whom to greet', onGetErrorMessage: (value) => value === '' ? 'Say who.' : value === 'no answer' ? Promise.reject(new Error('Nobody answers.')) : '' }),
        pane.PropertyPaneToggle('shout', { label: 'Shout', onText: 'On', offText: 'Off' }),
        pane.PropertyPaneDropdown('size', { label: 'Size', options: [{ key: 'small', text: 'Small' }, { key: 'large', text: 'Large' }] }),
        pane.PropertyPaneChoiceGroup('colour', { label: 'Colour', options: [{ key: 'red', text: 'Red' }, { key: 'blue', text: 'Blue' }] })
      ];
      // A field that is there only while another has a certain value.
      if (this.properties.shout) fields.push(pane.PropertyPaneCheckbox('twice', { text: 'Twice' }));
      const custom = { type: 1, targetProperty: 'extra', properties: { key: 'extra', onRender: (element, context, changed) => {
        const button = document.createElement('button');
        button.textContent = 'Something of its own';
        button.onclick = () => changed('extra', 'own');
        element.appendChild(button);
      } } };
      const second = [
        pane.PropertyPaneSlider('level', { label: 'Level', min: 0, max: 10, step: 1 }),
        pane.PropertyPaneSpinButton('count', { label: 'Count', min: 0, max: 5 }),
        custom,
        pane.PropertyPaneLabel('', { text: 'That is all' }),
        pane.PropertyPaneLink('', { text: 'Help', href: 'https://council.example/help' })
      ];
      return { pages: [{ header: { description: 'How to greet' }, groups: [{ groupName: 'Greeting', groupFields: fields }] }, { groups: [{ primaryGroup: { groupFields: [pane.PropertyPaneLabel('', { text: 'Not for this' })] }, secondaryGroup: { groupFields: second }, showSecondaryGroup: true }] }] };
    }
  }
  class Second extends base.BaseClientSideWebPart {
    render() { this.domElement.textContent = 'the second web part of ' + this.context.pageContext.user.displayName + ': ' + this.properties.who; }
    get disableReactivePropertyChanges() { return true; }
    getPropertyPaneConfiguration() { return { pages: [{ groups: [{ groupFields: [pane.PropertyPaneTextField('who', { label: 'Who' })] }] }] }; }
  }
  return { First: { default: First }, Second: { default: Second } };
});`;

const manifest = (id: string, alias: string, exportName: string): string =>
  JSON.stringify({
    id,
    alias,
    componentType: 'WebPart',
    version: '1.0.0',
    manifestVersion: 2,
    preconfiguredEntries: [{ title: { default: `${alias} of somebody else` }, properties: { who: 'world' } }],
    loaderConfig: {
      internalModuleBaseUrls: ['HTTPS://SPCLIENTSIDEASSETLIBRARY/'],
      entryModuleId: 'foreign',
      exportName,
      scriptResources: {
        foreign: { type: 'path', path: { path: 'foreign.js', integrity: '' } },
        ForeignStrings: {
          type: 'localizedPath',
          defaultPath: { path: 'strings_en-us.js' },
          paths: { 'en-GB': { path: 'strings_en-gb.js' } }
        },
        '@microsoft/sp-webpart-base': { type: 'component', ...runtime.base },
        '@microsoft/sp-lodash-subset': { type: 'component', ...runtime.lodash },
        '@microsoft/sp-property-pane': { type: 'component', ...runtime.pane },
        '@microsoft/sp-http': { type: 'component', ...runtime.http }
      }
    }
  });

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const relationships = (...entries: [string, string][]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(
      ([type, target], index) =>
        `<Relationship Type="http://schemas.microsoft.com/sharepoint/2012/app/relationships/${type}" Target="${target}" Id="r${index}"/>`
    )
    .join('')}</Relationships>`;

/** The .sppkg's bytes. */
export function foreignPackage(): Uint8Array {
  const parts: Record<string, string> = {
    'AppManifest.xml': `<?xml version="1.0"?><App xmlns="http://schemas.microsoft.com/sharepoint/2012/app/manifest" Name="foreign" ProductID="${productId}" Version="1.0.0.0" IsClientSideSolution="true"><Properties><Title>foreign</Title></Properties></App>`,
    '_rels/AppManifest.xml.rels': relationships(
      ['manifest-feature', '/feature.xml'],
      ['manifest-clientsideasset', '/ClientSideAssets.xml']
    ),
    'feature.xml': '<Feature/>',
    '_rels/feature.xml.rels': relationships(
      ['feature-elementmanifest', '/parts/First.xml'],
      ['feature-elementmanifest', '/parts/Second.xml']
    ),
    'parts/First.xml': `<Elements><ClientSideComponent Name="First" Id="${ids.first}" ComponentManifest="${attribute(manifest(ids.first, 'ForeignFirst', 'First'))}" Type="WebPart"/></Elements>`,
    'parts/Second.xml': `<Elements><ClientSideComponent Name="Second" Id="${ids.second}" ComponentManifest="${attribute(manifest(ids.second, 'ForeignSecond', 'Second'))}" Type="WebPart"/></Elements>`,
    'ClientSideAssets.xml': '<Feature/>',
    '_rels/ClientSideAssets.xml.rels': relationships(
      ['clientsideasset', '/ClientSideAssets/foreign.js'],
      ['clientsideasset', '/ClientSideAssets/strings_en-gb.js'],
      ['clientsideasset', '/ClientSideAssets/strings_en-us.js'],
      ['clientsideasset', '/ClientSideAssets/chunk.later.js']
    ),
    'ClientSideAssets/foreign.js': bundle,
    'ClientSideAssets/strings_en-gb.js': "define([], function () { return { Greeting: 'Good day' }; });",
    'ClientSideAssets/strings_en-us.js': "define([], function () { return { Greeting: 'Howdy' }; });",
    'ClientSideAssets/chunk.later.js': "document.body.setAttribute('data-chunk', 'loaded');"
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
