import type { MountedWebPart } from './mounted-web-part';
import { fieldTypes } from './property-pane';

/** A field as a web part describes it. */
export interface PaneField {
  type: number;
  targetProperty: string;
  properties: Record<string, unknown>;
}

interface Shown {
  shown: HTMLElement;
  dispose?: () => void;
}

type Change = (value: unknown) => void;

interface Option {
  key: string | number;
  text: string;
  disabled?: boolean;
  type?: number;
}

let count = 0;
const newId = (): string => `pane-field-${(count += 1)}`;
const asText = (given: unknown): string => (typeof given === 'string' || typeof given === 'number' ? String(given) : '');

const read = (properties: Record<string, unknown>, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], properties);

/** A label above an input, and what there is to say about it below. */
function labelled(input: HTMLElement, label: unknown, description: unknown): HTMLElement {
  const box = document.createElement('div');
  box.className = 'field';
  input.id = newId();
  if (asText(label)) {
    const element = document.createElement('label');
    element.htmlFor = input.id;
    element.textContent = asText(label);
    box.append(element);
  }
  box.append(input);
  if (asText(description)) {
    const element = document.createElement('p');
    element.className = 'description';
    element.id = `${input.id}-description`;
    element.textContent = asText(description);
    input.setAttribute('aria-describedby', element.id);
    box.append(element);
  }
  return box;
}

function textField({ properties }: PaneField, value: unknown, change: Change): Shown {
  const input = document.createElement(properties.multiline === true ? 'textarea' : 'input');
  input.value = asText(value ?? properties.value);
  if (asText(properties.placeholder)) input.placeholder = asText(properties.placeholder);
  if (typeof properties.maxLength === 'number') input.maxLength = properties.maxLength;
  if (input instanceof HTMLTextAreaElement) input.rows = typeof properties.rows === 'number' ? properties.rows : 4;
  input.disabled = properties.disabled === true;
  const shown = labelled(input, properties.label, properties.description);
  const problem = document.createElement('p');
  problem.className = 'problem';
  problem.setAttribute('role', 'alert');
  shown.append(problem);
  const say = (message: string): void => {
    problem.textContent = message;
    input.setAttribute('aria-invalid', String(message !== ''));
  };
  if (asText(properties.errorMessage)) say(asText(properties.errorMessage));
  const check = properties.onGetErrorMessage as ((value: string) => string | Promise<string>) | undefined;
  const take = async (): Promise<void> => {
    const given = input.value;
    let message = '';
    try {
      message = check ? await check(given) : '';
    } catch (error) {
      message = error instanceof Error ? error.message : String(error);
    }
    if (given !== input.value) return;
    say(message);
    // What does not pass is not set, as in SharePoint.
    if (message === '') change(given);
  };
  let waiting: number | undefined;
  input.addEventListener('input', () => {
    window.clearTimeout(waiting);
    const wait = typeof properties.deferredValidationTime === 'number' ? properties.deferredValidationTime : 200;
    waiting = window.setTimeout(() => {
      waiting = undefined;
      void take();
    }, wait);
  });
  return {
    shown,
    dispose: () => {
      // What was typed a moment ago counts, even if the pane closes.
      if (waiting === undefined) return;
      window.clearTimeout(waiting);
      void take();
    }
  };
}

function checkbox({ type, properties }: PaneField, value: unknown, change: Change): Shown {
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.checked = (value ?? properties.checked) === true;
  input.disabled = properties.disabled === true;
  const isToggle = type === fieldTypes.Toggle;
  if (isToggle) input.setAttribute('role', 'switch');
  input.addEventListener('change', () => change(input.checked));
  const shown = labelled(input, isToggle ? properties.label : properties.text, undefined);
  shown.classList.add('beside');
  return { shown };
}

function dropdown({ properties }: PaneField, value: unknown, change: Change): Shown {
  const input = document.createElement('select');
  const options = (properties.options ?? []) as Option[];
  const selected = value ?? properties.selectedKey;
  if (!options.some(({ key }) => key === selected)) input.append(new Option('', ''));
  for (const { key, text, disabled, type } of options) {
    // Type 0 is an option; dividers and headers cannot be chosen.
    const option = new Option(text, String(key), false, key === selected);
    option.disabled = disabled === true || (type !== undefined && type !== 0);
    input.append(option);
  }
  input.disabled = properties.disabled === true;
  input.addEventListener('change', () => change(options.find(({ key }) => String(key) === input.value)?.key));
  return { shown: labelled(input, properties.label, undefined) };
}

function choiceGroup({ properties }: PaneField, value: unknown, change: Change): Shown {
  const shown = document.createElement('div');
  shown.className = 'field';
  shown.setAttribute('role', 'radiogroup');
  const options = (properties.options ?? []) as (Option & { checked?: boolean })[];
  const name = newId();
  const title = document.createElement('span');
  title.id = `${name}-label`;
  title.textContent = asText(properties.label);
  shown.setAttribute('aria-labelledby', title.id);
  shown.append(title);
  for (const { key, text, checked, disabled } of options) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = name;
    input.checked = value === undefined ? checked === true : value === key;
    input.disabled = disabled === true;
    input.addEventListener('change', () => change(key));
    label.append(input, text);
    shown.append(label);
  }
  return { shown };
}

function numberField({ type, properties }: PaneField, value: unknown, change: Change): Shown {
  const input = document.createElement('input');
  input.type = type === fieldTypes.Slider ? 'range' : 'number';
  for (const name of ['min', 'max', 'step'] as const) if (typeof properties[name] === 'number') input[name] = String(properties[name]);
  input.value = asText(value ?? properties.value ?? properties.initialValue ?? properties.min);
  input.disabled = properties.disabled === true;
  const shown = labelled(input, properties.label, undefined);
  const told = document.createElement('output');
  told.textContent = type === fieldTypes.Slider && properties.showValue !== false ? input.value : '';
  shown.append(told);
  input.addEventListener(type === fieldTypes.Slider ? 'input' : 'change', () => {
    told.textContent = type === fieldTypes.Slider && properties.showValue !== false ? input.value : '';
    if (input.value !== '' && input.validity.valid) change(Number(input.value));
  });
  return { shown };
}

function plain({ type, properties, targetProperty }: PaneField, value: unknown, change: Change): Shown {
  if (type === fieldTypes.HorizontalRule) return { shown: document.createElement('hr') };
  if (type === fieldTypes.Link) {
    const link = document.createElement('a');
    link.href = asText(properties.href);
    link.target = asText(properties.target);
    link.rel = 'noreferrer';
    link.textContent = asText(properties.text);
    return { shown: link };
  }
  if (type === fieldTypes.Button) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = asText(properties.text);
    button.disabled = properties.disabled === true;
    button.addEventListener('click', () => change((properties.onClick as ((value: unknown) => unknown) | undefined)?.(value)));
    return { shown: button };
  }
  const text = document.createElement(type === fieldTypes.Heading ? 'h3' : 'p');
  text.textContent =
    type === fieldTypes.Label || type === fieldTypes.Heading
      ? asText(properties.text)
      : `The field “${targetProperty}” is of a kind that the local SharePoint does not have.`;
  return { shown: text };
}

function custom({ targetProperty, properties }: PaneField, current: MountedWebPart, change: Change): Shown {
  const shown = document.createElement('div');
  shown.className = 'field';
  const { onRender, onDispose, context } = properties as {
    onRender?: (element: HTMLElement, context: unknown, changed: (path: string, value: unknown) => void) => void;
    onDispose?: (element: HTMLElement, context: unknown) => void;
    context?: unknown;
  };
  onRender?.call(properties, shown, context ?? current.context, (path, value) => {
    if (path === targetProperty) change(value);
    else current.webPart._onPropertyPaneFieldChanged(path, value, fieldTypes.Custom);
  });
  return { shown, dispose: () => onDispose?.call(properties, shown, context ?? current.context) };
}

/**
 * A field of the pane, and what to do when it goes.
 *
 * @param change takes a new value of the field's property
 */
export function fieldElement(field: PaneField, current: MountedWebPart, change: Change): Shown {
  const value = read(current.webPart.properties, field.targetProperty);
  const shown = ((): Shown => {
    switch (field.type) {
      case fieldTypes.TextField:
        return textField(field, value, change);
      case fieldTypes.CheckBox:
      case fieldTypes.Toggle:
        return checkbox(field, value, change);
      case fieldTypes.Dropdown:
        return dropdown(field, value, change);
      case fieldTypes.ChoiceGroup:
        return choiceGroup(field, value, change);
      case fieldTypes.Slider:
      case fieldTypes.SpinButton:
        return numberField(field, value, change);
      case fieldTypes.Custom:
        return custom(field, current, change);
      default:
        return plain(field, value, change);
    }
  })();
  const input = shown.shown.querySelector<HTMLElement>('input, select, textarea');
  if (input) input.dataset.field = field.targetProperty;
  return shown;
}
