/**
 * Stands for @microsoft/sp-property-pane, which needs modules that are not on npm: the functions with which a web part
 * describes its property pane. The page host builds a simple pane from that.
 */

/** SharePoint's numbers for the kinds of fields. */
export const fieldTypes = {
  Custom: 1,
  CheckBox: 2,
  TextField: 3,
  Toggle: 5,
  Dropdown: 6,
  Label: 7,
  Slider: 8,
  Heading: 9,
  ChoiceGroup: 10,
  Button: 11,
  HorizontalRule: 12,
  Link: 13,
  DynamicField: 14,
  DynamicTextField: 15,
  DynamicFieldSet: 16,
  SpinButton: 17,
  ThumbnailPicker: 18,
  IconPicker: 19
};

type Field = (targetProperty: string, properties: object) => object;

const field =
  (type: number): Field =>
  (targetProperty, properties) => ({ type, targetProperty, properties: { ...properties, key: targetProperty } });

const withoutProperty =
  (type: number): ((properties?: object) => object) =>
  (properties = {}) => ({ type, targetProperty: '', properties });

/** The module @microsoft/sp-property-pane as web parts use it. */
export const propertyPane = {
  __esModule: true,
  PropertyPaneFieldType: fieldTypes,
  PropertyPaneButtonType: { Normal: 0, Primary: 1, Hero: 2, Compound: 3, Command: 4, Icon: 5 },
  PropertyPaneDropdownOptionType: { Normal: 0, Divider: 1, Header: 2 },
  PropertyPaneTextField: field(fieldTypes.TextField),
  PropertyPaneCheckbox: field(fieldTypes.CheckBox),
  PropertyPaneToggle: field(fieldTypes.Toggle),
  PropertyPaneDropdown: field(fieldTypes.Dropdown),
  PropertyPaneLabel: field(fieldTypes.Label),
  PropertyPaneSlider: field(fieldTypes.Slider),
  PropertyPaneChoiceGroup: field(fieldTypes.ChoiceGroup),
  PropertyPaneButton: field(fieldTypes.Button),
  PropertyPaneLink: field(fieldTypes.Link),
  PropertyPaneSpinButton: field(fieldTypes.SpinButton),
  PropertyPaneDynamicField: field(fieldTypes.DynamicField),
  PropertyPaneDynamicTextField: field(fieldTypes.DynamicTextField),
  PropertyPaneDynamicFieldSet: withoutProperty(fieldTypes.DynamicFieldSet),
  PropertyPaneHeading: withoutProperty(fieldTypes.Heading),
  PropertyPaneHorizontalRule: withoutProperty(fieldTypes.HorizontalRule)
};
