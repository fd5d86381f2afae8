import { defaults } from './field-xml';
import type { Field } from './fields';

interface BuiltIn {
  id: string;
  name: string;
  title: string;
  type: string;
  writable?: boolean;
  hidden?: boolean;
  library?: boolean;
}

/** The columns that SharePoint gives every list, with the ids that they have everywhere. */
const columns: BuiltIn[] = [
  { id: '1d22ea11-1e32-424e-89ab-9fedbadb6ce1', name: 'ID', title: 'ID', type: 'Counter' },
  { id: 'c042a256-787d-4a6f-8a8a-cf6ab767f12d', name: 'ContentType', title: 'Content Type', type: 'Computed' },
  { id: 'fa564e0f-0c70-4ab9-b863-0177e6ddd247', name: 'Title', title: 'Title', type: 'Text', writable: true },
  { id: '28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', name: 'Modified', title: 'Modified', type: 'DateTime' },
  { id: '8c06beca-0777-48f7-91c7-6da68bc07b69', name: 'Created', title: 'Created', type: 'DateTime' },
  { id: '1df5e554-ec7e-46a6-901d-d85a3881cb18', name: 'Author', title: 'Created By', type: 'User' },
  { id: 'd31655d1-1d5b-4511-95a1-7a09e9b75bf2', name: 'Editor', title: 'Modified By', type: 'User' },
  { id: 'dce8262a-3ae9-45aa-aab4-83bd75fb738a', name: '_UIVersionString', title: 'Version', type: 'Text' },
  { id: '67df98f4-9dec-48ff-a553-29bece9c5bf4', name: 'Attachments', title: 'Attachments', type: 'Attachments', library: false },
  { id: '82642ec8-ef9b-478f-acf9-31f7d45fbc31', name: 'LinkTitle', title: 'Title', type: 'Computed' },
  { id: '94f89715-e097-4e8b-ba79-ea02aa8b7adb', name: 'FileRef', title: 'URL Path', type: 'File', hidden: true },
  { id: '56605df6-8fa1-47e4-a04c-5b384d59609f', name: 'FileDirRef', title: 'Path', type: 'File', hidden: true },
  { id: '8553196d-ec8d-4564-9861-3dbe931050c8', name: 'FileLeafRef', title: 'Name', type: 'File', writable: true },
  { id: '30bb605f-5bae-48fe-b4e3-1f81d9772af9', name: 'FSObjType', title: 'Item Type', type: 'Integer', hidden: true },
  { id: '4b7403de-8d94-43e8-9f0f-137a3e298126', name: 'UniqueId', title: 'Unique Id', type: 'Guid', hidden: true },
  { id: 'ae069f25-3ac2-4256-b9c3-15dbc15da0e0', name: 'GUID', title: 'GUID', type: 'Guid', hidden: true },
  { id: 'd4e44a66-ee3a-4d02-88c9-4ec5ff3f4cd5', name: 'owshiddenversion', title: 'owshiddenversion', type: 'Integer', hidden: true },
  { id: '8fca95c0-9b7d-456f-8dae-b41ee2728b85', name: 'File_x0020_Size', title: 'File Size', type: 'Integer', hidden: true, library: true },
  { id: '5cc6dc79-3710-4374-b433-61cb4a686c12', name: 'LinkFilename', title: 'Name', type: 'Computed', library: true }
];

/** The built-in columns of a list or of a document library. */
export function builtInFields(library: boolean): Field[] {
  return columns
    .filter((column) => column.library === undefined || column.library === library)
    .map((column) => ({
      Id: column.id,
      InternalName: column.name,
      StaticName: column.name,
      Title: column.title,
      TypeAsString: column.type,
      Description: '',
      Group: '_Hidden',
      DefaultValue: null,
      Required: column.name === 'Title' ? !library : column.name === 'FileLeafRef',
      Indexed: column.name === 'ID',
      EnforceUniqueValues: false,
      ReadOnlyField: !column.writable,
      Hidden: column.hidden ?? false,
      FromBaseType: true
    }));
}

/** Some of the site columns that SharePoint makes with every site collection. */
export function standardSiteColumns(): Field[] {
  const title = builtInFields(false).find(({ InternalName }) => InternalName === 'Title');
  const contact = (Id: string, InternalName: string, Title: string): Field => ({
    ...defaults,
    Id,
    InternalName,
    StaticName: InternalName,
    Title,
    TypeAsString: 'Text',
    Group: 'Core Contact and Calendar Columns'
  });
  return [
    ...(title ? [title] : []),
    contact('fce16b4c-fe53-4793-aaab-b4892e736d15', 'EMail', 'E-Mail'),
    contact('fd630629-c165-4513-b43c-fdb16b86a14d', 'WorkPhone', 'Business Phone'),
    contact('c4e0f350-52cc-4ede-904c-dd71a3d11f7d', 'JobTitle', 'Job Title'),
    contact('3c0e9e00-8fcc-479f-9d8d-3447cda34c5b', 'OtherAddressCountry', 'Other Address Country/Region')
  ];
}
