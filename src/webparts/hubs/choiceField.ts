import { PropertyPaneDropdown, PropertyPaneLabel, type IPropertyPaneField } from '@microsoft/sp-property-pane';
import type { HubChoices } from './hubChoices';

/** What a hub knows when its pane opens. */
export interface Choosing {
  /** What can be chosen, once it is read. */
  choices: HubChoices | undefined;
  /** What is said until then, or why it could not be read. */
  meanwhile: string;
}

/** One of the council's wards or services, by ID; none for all of them. */
export const choiceField = (
  { choices, meanwhile }: Choosing,
  kind: 'ward' | 'service',
  { label, none, chosen }: { label: string; none: string; chosen: string | undefined }
): IPropertyPaneField<unknown> =>
  choices
    ? PropertyPaneDropdown(kind, {
        label,
        options: [{ key: '', text: none }, ...choices[kind].map(({ id, name }) => ({ key: String(id), text: name }))],
        selectedKey: chosen ?? ''
      })
    : PropertyPaneLabel(kind, { text: meanwhile });
