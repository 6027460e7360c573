'use strict';

const { is, isAny } = require('bpmnlint-utils');

const { label, words, wording } = require('../lib/words');

const INFINITIVE = /^\p{Ll}+(en|ern|eln|tun|sein)$/u;
const NOUN = /^\p{Lu}[\p{L}-]*\p{Ll}$/u;
const TOO_BROAD = new Set(['bearbeiten', 'verarbeiten']);

/** A task says what is done to what; a sub-process and a called process are named by a noun. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Activity')) {
      problems(node, label(node)).forEach(problem => reporter.report(node.id, problem, ['name']));
    }
  }
});

function problems(node, name) {
  if (isAny(node, ['bpmn:SubProcess', 'bpmn:CallActivity'])) {
    return name ? ofNoun(name) : ofMissing(node);
  }
  return name ? ofTask(name) : [];
}

/** Other activities without a name are reported by `label-required`, which leaves out sub-processes. */
function ofMissing(node) {
  return is(node, 'bpmn:SubProcess') ? ['Expected object and noun, as in „Antragsprüfung“, but there is no label'] : [];
}

function ofNoun(name) {
  const isNoun = NOUN.test(words(name).at(-1)) && startsAsSentence(name);
  return isNoun || wording(name).length
    ? wording(name)
    : [`Expected object and noun, as in „Antragsprüfung“, but the label is „${name}“`];
}

function ofTask(name) {
  const verb = words(name).at(-1);
  if (words(name).length < 2 || !INFINITIVE.test(verb) || !startsAsSentence(name)) {
    return [`Expected object and verb, as in „Antrag prüfen“, but the label is „${name}“`];
  }
  return TOO_BROAD.has(verb)
    ? [`Expected a verb that says what is done, but the label is „${name}“`]
    : wording(name);
}

function startsAsSentence(name) {
  return /^[\p{Lu}\d]/u.test(name);
}
