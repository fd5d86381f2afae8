import { fieldXml } from '../../store/field-xml';
import type { TypedField } from '../../store/fields';
import type { List } from '../../store/lists';
import type { Entity } from '../model';

/** What columns of some types have, and $select may name for all. */
const ofSomeTypes: ReadonlySet<string> = new Set([
  'AllowDisplay',
  'AllowHyperlink',
  'AllowMultipleValues',
  'AppendOnly',
  'Choices',
  'CurrencyLocaleId',
  'DateTimeCalendarType',
  'DependentLookupInternalNames',
  'DisplayFormat',
  'EditFormat',
  'FillInChoice',
  'Formula',
  'FriendlyDisplayFormat',
  'IsDependentLookup',
  'IsRelationship',
  'LookupField',
  'LookupList',
  'LookupWebId',
  'MaxLength',
  'MaximumValue',
  'MinimumValue',
  'NumberOfLines',
  'OutputType',
  'Presence',
  'PrimaryFieldId',
  'RelationshipDeleteBehavior',
  'RestrictedMode',
  'RichText',
  'SelectionGroup',
  'SelectionMode',
  'ShowAsPercentage',
  'UnlimitedLengthInDocumentLibrary'
]);

/** A column as REST shows it. */
export const fieldEntity = (list: List | undefined, field: TypedField): Entity => {
  const { type, LookupList, LookupField, PrimaryFieldId, DateOnly, Picture, Choices, FromBaseType, ...settings } = field;
  return {
    kind: 'entity',
    type: type.restType,
    edit: `Web${list ? `/Lists(guid'${list.id}')` : ''}/Fields(guid'${field.Id}')`,
    ofOthers: ofSomeTypes,
    properties: {
      AutoIndexed: false,
      CanBeDeleted: !FromBaseType,
      FieldTypeKind: type.kind,
      Filterable: type.indexable ?? false,
      FromBaseType,
      PinnedToFiltersPane: false,
      Sealed: FromBaseType && field.ReadOnlyField,
      Sortable: !type.multi && field.TypeAsString !== 'Note',
      TypeDisplayName: field.TypeAsString,
      TypeShortDescription: field.TypeAsString,
      EntityPropertyName: field.InternalName.startsWith('_') ? `OData_${field.InternalName}` : field.InternalName,
      CustomFormatter: null,
      ValidationFormula: null,
      ValidationMessage: null,
      ClientSideComponentId: '00000000-0000-0000-0000-000000000000',
      Scope: list?.root ?? '/',
      ...settings,
      ...(Choices ? { Choices } : {}),
      ...(type.refers === 'lookup'
        ? {
            AllowMultipleValues: type.multi ?? false,
            LookupList: `{${LookupList}}`,
            LookupField: LookupField ?? 'Title',
            IsDependentLookup: PrimaryFieldId !== undefined,
            PrimaryFieldId: PrimaryFieldId ?? null,
            IsRelationship: field.Indexed,
            RelationshipDeleteBehavior: 0
          }
        : {}),
      ...(type.refers === 'person' ? { AllowMultipleValues: type.multi ?? false, SelectionGroup: 0 } : {}),
      ...(DateOnly !== undefined ? { DisplayFormat: DateOnly ? 0 : 1 } : {}),
      // 0 is a link, 1 a picture.
      ...(field.TypeAsString === 'URL' ? { DisplayFormat: Picture ? 1 : 0 } : {}),
      SchemaXml: fieldXml(field)
    }
  };
};
