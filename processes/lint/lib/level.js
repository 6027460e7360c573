'use strict';

const { is } = require('bpmnlint-utils');

/** A level is what a reader sees at once: a process, or the inside of a sub-process. */
exports.isLevel = node => is(node, 'bpmn:FlowElementsContainer');

exports.flowNodes = level => elements(level).filter(element => is(element, 'bpmn:FlowNode'));

/** The sequence flows that have both ends; one that lost an end is reported when the file is read. */
exports.flows = level => elements(level)
  .filter(element => is(element, 'bpmn:SequenceFlow') && element.sourceRef && element.targetRef);

/** A flow is a loop when it goes into a joining gateway, and from there the way leads back to where it began. */
exports.isLoop = flow => isJoining(flow.targetRef) && leadsTo(flow.targetRef, flow.sourceRef);

function elements(level) {
  return level.flowElements || [];
}

function isJoining(node) {
  return is(node, 'bpmn:Gateway') && (node.incoming || []).length > 1;
}

function leadsTo(from, to) {
  const seen = new Set();
  const open = [from];
  while (open.length) {
    const node = open.pop();
    if (node === to) {
      return true;
    }
    if (node && !seen.has(node)) {
      seen.add(node);
      open.push(...next(node));
    }
  }
  return false;
}

function next(node) {
  const boundaryEvents = exports.flowNodes(node.$parent).filter(event => event.attachedToRef === node);
  return [...(node.outgoing || []).map(flow => flow.targetRef), ...boundaryEvents];
}
