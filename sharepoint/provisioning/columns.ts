import { XMLBuilder } from 'fast-xml-parser';
import type { ColumnDefinition } from '../../src/lists';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false
});

/** The <Field> element with which SharePoint makes a column. */
export function columnXml(column: ColumnDefinition, listIds: ReadonlyMap<string, string>): string {
  const attributes: Record<string, string | number | undefined> = {
    Name: column.name,
    StaticName: column.name,
    DisplayName: column.title,
    Description: column.description,
    Required: column.required ? 'TRUE' : 'FALSE',
    Indexed: column.indexed || column.unique ? 'TRUE' : undefined,
    EnforceUniqueValues: column.unique ? 'TRUE' : undefined,
    Group: 'Memberlink'
  };
  const element: Record<string, unknown> = {};
  switch (column.type) {
    case 'text':
      Object.assign(attributes, { Type: 'Text', MaxLength: column.maxLength ?? 255 });
      break;
    case 'note':
      Object.assign(attributes, { Type: 'Note', NumLines: column.lines ?? 6, RichText: 'FALSE' });
      break;
    case 'number':
      Object.assign(attributes, { Type: 'Number', Min: column.min, Max: column.max, Decimals: column.decimals });
      break;
    case 'date':
      Object.assign(attributes, { Type: 'DateTime', Format: 'DateOnly', FriendlyDisplayFormat: 'Disabled' });
      break;
    case 'yesNo':
      Object.assign(attributes, { Type: 'Boolean' });
      element.Default = '0';
      break;
    case 'choice':
      Object.assign(attributes, { Type: 'Choice', Format: 'Dropdown', FillInChoice: column.fillIn ? 'TRUE' : 'FALSE' });
      if (column.defaultValue !== undefined) element.Default = column.defaultValue;
      element.CHOICES = { CHOICE: column.choices };
      break;
    case 'person':
      Object.assign(attributes, { Type: 'User', UserSelectionMode: 'PeopleOnly' });
      break;
    case 'link':
      Object.assign(attributes, { Type: 'URL', Format: column.picture ? 'Image' : 'Hyperlink' });
      break;
    case 'lookup': {
      const list = listIds.get(column.list);
      if (list === undefined)
        throw new Error(`The list ${column.list}, which the column ${column.name} looks up, is not one of those that are provisioned.`);
      Object.assign(attributes, {
        Type: column.several ? 'LookupMulti' : 'Lookup',
        List: `{${list}}`,
        ShowField: 'Title',
        Mult: column.several ? 'TRUE' : undefined
      });
      break;
    }
  }
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element[`@${name}`] = String(value);
  return builder.build({ Field: element });
}
