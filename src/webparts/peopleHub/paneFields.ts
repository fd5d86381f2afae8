import { PropertyPaneDropdown, type IPropertyPaneField } from '@microsoft/sp-property-pane';
import * as strings from 'PeopleHubStrings';
import { choiceField, type Choosing } from '../hubs/choiceField';
import type { PeopleHubSettings } from './settings';

/** What owners choose of members, officers and the protocol. */
export function peopleFields(settings: PeopleHubSettings, choosing: Choosing): IPropertyPaneField<unknown>[] {
  const { first = 'members', selection = 'all', selected, service } = settings;
  const names = selection === 'all' ? undefined : choosing.choices?.[selection];
  return [
    PropertyPaneDropdown('first', {
      label: strings.PaneFirst,
      selectedKey: first,
      options: [
        { key: 'members', text: strings.Members },
        { key: 'officers', text: strings.Officers },
        { key: 'protocol', text: strings.Protocol }
      ]
    }),
    PropertyPaneDropdown('selection', {
      label: strings.PaneSelection,
      selectedKey: selection,
      options: [
        { key: 'all', text: strings.PaneAll },
        { key: 'ward', text: strings.PaneWard },
        { key: 'body', text: strings.PaneBody }
      ]
    }),
    ...(names
      ? [
          PropertyPaneDropdown('selected', {
            label: selection === 'ward' ? strings.PaneWard : strings.PaneBody,
            options: names.map(({ name }) => ({ key: name, text: name })),
            ...(selected ? { selectedKey: selected } : {})
          })
        ]
      : []),
    choiceField(choosing, 'service', { label: strings.PaneService, none: strings.PaneNoService, chosen: service })
  ];
}
