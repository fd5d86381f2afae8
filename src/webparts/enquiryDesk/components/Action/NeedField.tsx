import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import type { OneEnquiry } from '../../../../data/desk/one-enquiry';
import { enquiryIdFrom, referenceOf } from '../../../../domain/enquiries/reference';
import { longest } from '../../../../domain/enquiries/answers';
import { longestReply, outcomes, type EscalationStep, type Need } from '../../../../domain/enquiries/life';
import { format } from '../../../../ui/format';
import { DateField, Radios, Select, TextArea, TextField } from '../../../../ui/fields';
import { dayText } from '../../../../domain/dates';
import type { DeskContext } from '../EnquiryDesk';
import { outcomeText } from '../Enquiry/eventText';
import { actionWords, needLabel, type DeskAction } from './actionText';
import { OfficerField } from './OfficerField';
import type { Acting } from './useActing';

interface NeedProps {
  action: DeskAction;
  need: Need;
  isNeeded: boolean;
  id: string;
  fault: string | undefined;
  acting: Acting;
  enquiry: OneEnquiry;
  context: DeskContext;
}

/** The step that comes next in a situation: the first, or the one after that which was taken. */
function nextStep(steps: readonly EscalationStep[], taken: EscalationStep | undefined): EscalationStep | undefined {
  const last = taken && steps[0]?.situation === taken.situation ? taken.step : -1;
  return steps[last + 1];
}

/** The words of a template, with the enquiry's own in it. */
const filledIn = (text: string, { row }: OneEnquiry, officer: string): string =>
  text
    .replace(/\{member\}/g, row.member?.name ?? '')
    .replace(/\{officer\}/g, officer)
    .replace(/\{reference\}/g, referenceOf(row.id))
    .replace(/\{summary\}/g, row.summary);

/** Replies to begin with, as the protocol has them for this kind. What is written already stays: the template comes after it. */
const Template: React.FC<{ id: string; acting: Acting; enquiry: OneEnquiry; context: DeskContext }> = ({
  id,
  acting,
  enquiry,
  context
}) => {
  const { start } = context;
  const templates = (start.protocol?.templates ?? []).filter(({ kinds }) => kinds.length === 0 || kinds.includes(enquiry.row.kind));
  if (templates.length === 0) return null;
  const choose = (value: string): void => {
    const template = templates.find((one) => one.id === value);
    if (!template) return;
    const fill = (one: (typeof templates)[number]): string => filledIn(one.text, enquiry, start.user.name).trim();
    const written = (acting.input.text ?? '').trim();
    // One template takes the place of another that nothing was written into.
    const isUntouched = templates.some((one) => fill(one) === written);
    acting.set({ text: written === '' || isUntouched ? fill(template) : `${written}\n\n${fill(template)}` });
  };
  return (
    <Select
      id={id}
      label={format(strings.Optional, strings.BeginWith)}
      empty={strings.ChooseTemplate}
      choices={templates.map(({ id: value, title }) => ({ value, label: title }))}
      value=""
      onChange={choose}
    />
  );
};

/** A field for what an action needs. */
export const NeedField: React.FC<NeedProps> = ({ action, need, isNeeded, id, fault, acting, enquiry, context }) => {
  const { input, set } = acting;
  const name = needLabel(action, need);
  const label = isNeeded ? name : format(strings.Optional, name);
  const field = { id, label, fault };
  const { start } = context;
  switch (need) {
    case 'text':
      return (
        <>
          {action === 'reply' && <Template id={`${id}-template`} acting={acting} enquiry={enquiry} context={context} />}
          <TextArea
            {...field}
            hint={actionWords(action).hint}
            rows={action === 'note' ? 3 : 6}
            most={longest.description}
            value={input.text}
            onChange={(text) => set({ text })}
          />
        </>
      );
    case 'reason':
      return <TextArea {...field} rows={3} most={4000} value={input.reason} onChange={(reason) => set({ reason })} />;
    case 'officer':
      return (
        <OfficerField
          {...field}
          value={input.officer}
          onChange={(officer) => set({ officer })}
          current={enquiry.life.officer}
          context={context}
          serviceId={input.service?.id ?? enquiry.life.service?.id}
          preselects={action === 'acknowledge'}
          isRestricted={enquiry.row.folder.kind === 'restricted'}
        />
      );
    case 'service':
      return (
        <Select
          {...field}
          empty={strings.ChooseService}
          choices={start.services
            .filter(({ id: one }) => one !== enquiry.life.service?.id)
            .map((one) => ({ value: String(one.id), label: one.name }))}
          value={input.service?.id === undefined ? '' : String(input.service.id)}
          onChange={(value) => {
            const service = start.services.find((one) => String(one.id) === value);
            set({ service: service && { id: service.id, name: service.name } } as typeof input);
          }}
        />
      );
    case 'replyBy': {
      const latest = longestReply(enquiry.extendedBy, enquiry.life.replyBy, enquiry.beginning);
      return (
        <DateField
          {...field}
          hint={latest ? format(strings.AtTheLatest, dayText(latest)) : undefined}
          value={input.replyBy}
          onChange={(replyBy) => set({ replyBy })}
        />
      );
    }
    case 'ground': {
      const grounds = start.kinds.find((kind) => kind.id === enquiry.row.kind)?.grounds ?? [];
      // Protocols name grounds for information; for anything else it is said in words.
      const choices = grounds.length > 0 ? grounds : [{ id: 'other', text: strings.GroundOther }];
      return (
        <Radios
          {...field}
          choices={choices.map((ground) => ({
            value: ground.id,
            label: ground.text,
            ...('decidedBy' in ground && ground.decidedBy ? { hint: format(strings.DecidedBy, ground.decidedBy) } : {})
          }))}
          value={input.ground?.id}
          onChange={(value) => {
            const ground = choices.find((one) => one.id === value);
            if (!ground) return;
            set({
              ground: {
                id: ground.id,
                text: ground.text,
                ...('disputeTo' in ground && ground.disputeTo ? { disputeTo: ground.disputeTo } : {})
              }
            });
          }}
        />
      );
    }
    case 'outcome':
      return (
        <Radios
          {...field}
          choices={outcomes.map((outcome) => ({ value: outcome, label: outcomeText(outcome) }))}
          value={input.outcome}
          onChange={(outcome) => set({ outcome: outcome as (typeof outcomes)[number] })}
        />
      );
    case 'other':
      return (
        <TextField
          {...field}
          short
          hint={strings.OtherHint}
          value={input.other === undefined ? '' : String(input.other)}
          onChange={(text) => set({ other: enquiryIdFrom(text) } as typeof input)}
        />
      );
    case 'escalation': {
      const roles = start.self ? ['member', 'executive'] : ['officer'];
      const steps = (start.protocol?.escalation ?? [])
        .filter((one) => one.roles.some((role) => roles.includes(role)))
        .flatMap((situation) => nextStep(situation.steps, enquiry.life.escalation) ?? []);
      return (
        <Radios
          {...field}
          choices={steps.map((step) => ({ value: step.situation, label: step.title, hint: format(strings.NextStepIs, step.text) }))}
          value={input.escalation?.situation}
          onChange={(value) => {
            const escalation = steps.find(({ situation }) => situation === value);
            if (escalation) set({ escalation });
          }}
        />
      );
    }
  }
};
