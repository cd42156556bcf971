import type { Protocol } from './hearing.ts';
import { type Minutes, numberOfDecision, type Participant } from './minutes.ts';
import type { PrintedItem, PrintedPerson, PrintedProtocol } from './printed-protocol.ts';

/** An edition of a protocol on paper; it is an official document and always in Russian. */
export function printProtocol(protocol: Protocol, school: { readonly name: string }): PrintedProtocol {
  const { content } = protocol;
  const [chair = nobody] = people(content, 'chair');
  const [secretary = nobody] = people(content, 'secretary');
  return {
    host: protocol.hostName,
    number: protocol.number,
    heldOn: protocol.heldOn,
    place: protocol.place,
    title: `собеседования «${protocol.title}» со школьной командой: ${school.name}`,
    corrected: protocol.reasons,
    chair,
    secretary,
    present: people(content, 'present'),
    guests: people(content, 'guest'),
    items: content.items.map((item) => printItem(content, item)),
  };
}

const nobody: PrintedPerson = { name: '', post: '' };

const people = ({ participants }: Minutes, role: Participant['role']): PrintedPerson[] =>
  participants
    .filter((person) => person.role === role && person.name !== '')
    .map(({ name, post }) => ({ name, post }));

function printItem(content: Minutes, { id, topic, heard }: Minutes['items'][number]): PrintedItem {
  return {
    topic,
    heard: heard.split('\n').filter((line) => line.trim() !== ''),
    speeches: content.speeches
      .filter(({ itemId, said, who }) => itemId === id && (said !== '' || who !== ''))
      .map(({ who, said }) => ({ who, said })),
    decisions: content.decisions
      .filter(({ itemId }) => itemId === id)
      .map((decision) => ({
        no: numberOfDecision(content, decision),
        text: decision.text,
        responsible: decision.responsible === '' ? null : decision.responsible,
        deadline: decision.deadline === '' ? null : decision.deadline,
      })),
  };
}
