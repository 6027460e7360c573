'use strict';

const { is, isAny } = require('bpmnlint-utils');

const { bounds, corners } = require('../lib/drawing');
const { flows, isLevel, isLoop } = require('../lib/level');

/** A line begins and ends at the shapes it joins, and leaves an activity or an event on the right. */
module.exports = () => ({
  check(node, reporter) {
    if (isLevel(node)) {
      flows(node).forEach(flow =>
        problems(flow, corners(flow)).forEach(problem => reporter.report(flow.id, problem)));
    }
  }
});

function problems(flow, line) {
  const [source, target] = [bounds(flow.sourceRef), bounds(flow.targetRef)];
  if (!source || !target || !line) {
    return [];
  }
  if (line.length < 2) {
    return [`Expected a line from ${flow.sourceRef.id} to ${flow.targetRef.id}, but it has fewer than two corners`];
  }
  const found = [];
  if (!touches(line[0], source)) {
    found.push(`Expected the line to begin at ${flow.sourceRef.id}, but it begins elsewhere`);
  } else if (leavesRight(flow) && line[0].x < source.x + source.width - 1) {
    found.push(`Expected the line to leave ${flow.sourceRef.id} on the right, but it leaves elsewhere`);
  }
  if (!touches(line.at(-1), target)) {
    found.push(`Expected the line to end at ${flow.targetRef.id}, but it ends elsewhere`);
  }
  return found;
}

/** Gateways spread their answers up and down, a boundary event leads away from its activity. */
function leavesRight(flow) {
  return isAny(flow.sourceRef, ['bpmn:Activity', 'bpmn:Event']) && !is(flow.sourceRef, 'bpmn:BoundaryEvent')
    && !isLoop(flow);
}

/** On the border of the shape, a pixel more or less: a line into the shape is wrong as well as a gap. */
function touches({ x, y }, shape) {
  const [right, bottom] = [shape.x + shape.width, shape.y + shape.height];
  const inside = (by) => x >= shape.x + by && x <= right - by && y >= shape.y + by && y <= bottom - by;
  return inside(-1) && !inside(2);
}
