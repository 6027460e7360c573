'use strict';

const { isAny } = require('bpmnlint-utils');

const { flows, isLevel } = require('../lib/level');

/** Where the way parts, the reader sees a gateway that asks. */
module.exports = () => ({
  check(node, reporter) {
    if (isLevel(node)) {
      flows(node).filter(flow => isConditional(flow) && !decides(flow.sourceRef)).forEach(flow =>
        reporter.report(flow.id, `Expected a gateway to decide, but ${flow.sourceRef.id} does`));
    }
  }
});

function isConditional(flow) {
  return flow.conditionExpression || flow.sourceRef.default === flow;
}

function decides(node) {
  return isAny(node, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway']);
}
