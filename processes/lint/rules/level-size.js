'use strict';

const { is } = require('bpmnlint-utils');

const { flowNodes, isLevel } = require('../lib/level');

const LIMIT = 20;

/** More than this nobody reads in one go. A boundary event is read together with its activity and not counted. */
module.exports = () => ({
  check(node, reporter) {
    if (!isLevel(node)) {
      return;
    }
    const size = flowNodes(node).filter(element => !is(element, 'bpmn:BoundaryEvent')).length;
    if (size > LIMIT) {
      reporter.report(node.id, `Expected at most ${LIMIT} symbols on one level, but there are ${size}`);
    }
  }
});
