import {
  PropertyPaneDropdown,
  PropertyPaneLabel,
  PropertyPaneToggle,
  type IPropertyPaneConfiguration,
  type IPropertyPaneDropdownOption,
  type IPropertyPaneField
} from '@microsoft/sp-property-pane';
import * as strings from 'MemberProfilesStrings';
import { filterNames } from '../../domain/members/filter';
import { headingFields } from '../paneFields';
import { filterTitle } from './components/filterTitle';
import { showingProperty, type MemberProfilesSettings, type Selection } from './settings';

/** Names to choose from, once they are read. */
export type SelectionNames = Record<Exclude<Selection, 'all'>, string[]>;

/** One of the names. One that is chosen and gone (a ward that was renamed) stays visible until another is chosen. */
function nameField(settings: MemberProfilesSettings, names: SelectionNames | undefined, problem: string): IPropertyPaneField<unknown>[] {
  const { selection = 'all', selected } = settings;
  if (selection === 'all') return [];
  if (!names) return [PropertyPaneLabel('selected', { text: problem || strings.PaneLoading })];
  const known = names[selection];
  const all = selected && !known.includes(selected) ? [selected, ...known] : known;
  const options: IPropertyPaneDropdownOption[] = all.map((name) => ({ key: name, text: name }));
  const label = { ward: strings.Ward, body: strings.Body, party: strings.Party }[selection];
  return [PropertyPaneDropdown('selected', { label, options, ...(selected ? { selectedKey: selected } : {}) })];
}

/** The pane in which owners of a page set a web part up. */
export function propertyPane(
  settings: MemberProfilesSettings,
  names: SelectionNames | undefined,
  problem: string
): IPropertyPaneConfiguration {
  return {
    pages: [
      {
        header: { description: strings.PaneDescription },
        groups: [
          {
            groupName: strings.PaneContents,
            groupFields: [
              ...headingFields(strings),
              PropertyPaneDropdown('selection', {
                label: strings.PaneSelection,
                selectedKey: settings.selection ?? 'all',
                options: [
                  { key: 'all', text: strings.AllMembers },
                  { key: 'ward', text: strings.PaneOneWard },
                  { key: 'body', text: strings.PaneOneBody },
                  { key: 'party', text: strings.PaneOneParty }
                ]
              }),
              ...nameField(settings, names, problem)
            ]
          },
          {
            groupName: strings.PaneLook,
            groupFields: [
              PropertyPaneDropdown('view', {
                label: strings.PaneView,
                selectedKey: settings.view ?? 'cards',
                options: [
                  { key: 'cards', text: strings.Cards },
                  { key: 'table', text: strings.Table },
                  { key: 'wards', text: strings.ByWard }
                ]
              }),
              PropertyPaneToggle('compact', { label: strings.PaneCompact, onText: strings.On, offText: strings.Off })
            ]
          },
          {
            groupName: strings.PaneFilters,
            groupFields: filterNames
              .filter((name) => settings.selection !== name)
              .map((name) =>
                PropertyPaneToggle(showingProperty(name), {
                  label: filterTitle(name),
                  checked: settings[showingProperty(name)] !== false,
                  onText: strings.Shown,
                  offText: strings.NotShown
                })
              )
          }
        ]
      }
    ]
  };
}
