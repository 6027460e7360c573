'use strict';

const TECHNICAL = new Set([
  'API', 'Api', 'Callback', 'Camunda', 'DB', 'Endpoint', 'HTTP', 'JSON', 'Job', 'Kafka', 'MQTT', 'Message', 'Payload', 'Queue',
  'REST', 'Request', 'Response', 'SQL', 'Script', 'Service', 'Skript', 'Task', 'Topic', 'Webhook', 'Worker', 'XML', 'Zeebe'
]);

/** Written in two words these are words of technique, in compounds they can be the office's: Job-Ticket, Bürger-Service. */
const FINE_IN_COMPOUNDS = new Set(['Job', 'Service', 'Task']);

const TOO_BROAD = new Set(['bearbeitet', 'erledigt', 'fertig', 'verarbeitet']);

exports.label = element => (element.name || '').trim();

exports.words = label => label.split(/\s+/);

/** What is wrong with the words of a label, whatever it names. */
exports.wording = label => exports.words(label).flatMap(word => {
  if (TECHNICAL.has(word) || word.split('-').some(part => TECHNICAL.has(part) && !FINE_IN_COMPOUNDS.has(part))) {
    return [`Expected words of the office, but „${word}“ is a word of technique`];
  }
  if (/\p{L}\./u.test(word)) {
    return [`Expected words in full, but „${word}“ is an abbreviation`];
  }
  if (/^\p{Lu}{2,}$/u.test(word)) {
    return [`Expected words in full and in normal spelling, but „${word}“ is written in capitals`];
  }
  return [];
});

/** What is wrong with a label that shall say an object and its state. */
exports.objectAndState = label => {
  const words = exports.words(label);
  const state = words.at(-1);
  if (words.length < 2 || !/^\p{Ll}+$/u.test(state) || !/^[\p{Lu}\d]/u.test(label)) {
    return [`Expected object and state, as in „Antrag eingegangen“, but the label is „${label}“`];
  }
  if (TOO_BROAD.has(state)) {
    return [`Expected a state that says what was reached, but the label is „${label}“`];
  }
  return exports.wording(label);
};
