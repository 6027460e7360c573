'use strict';

const { is, isAny } = require('bpmnlint-utils');

/** Types that share a prefix; all others are called by their own name: bpmn:UserTask, userTask_. */
const PREFIXES = {
  'bpmn:BoundaryEvent': 'event',
  'bpmn:IntermediateCatchEvent': 'event',
  'bpmn:IntermediateThrowEvent': 'event',
  'bpmn:Gateway': 'gateway',
  'bpmn:SequenceFlow': 'flow',
  'bpmn:SubProcess': 'subProcess'
};

/** Ids are read in code, logs and the control room, so they speak and stay. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process')) {
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(node.id)) {
        reporter.report(node.id, `Expected a process id in kebab-case, but it is „${node.id}“`, ['id']);
      }
    } else if (isAny(node, ['bpmn:FlowElement', 'bpmn:Participant', 'bpmn:Lane'])) {
      const wanted = prefix(node);
      if (!new RegExp(`^${wanted}_[A-Z][A-Za-z0-9]*$`).test(node.id)) {
        reporter.report(node.id, `Expected an id of the form ${wanted}_Name in ASCII, but it is „${node.id}“`, ['id']);
      }
    }
  }
});

function prefix(node) {
  const shared = Object.keys(PREFIXES).find(type => is(node, type));
  const name = node.$type.slice('bpmn:'.length);
  return shared ? PREFIXES[shared] : name[0].toLowerCase() + name.slice(1);
}
