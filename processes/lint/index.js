'use strict';

const RULES = [
  'activity-label',
  'element-id',
  'end-event-result',
  'event-label',
  'gateway-question',
  'layout-docking',
  'layout-left-to-right',
  'layout-no-crossing',
  'layout-right-angles',
  'level-size',
  'no-conditional-flow-without-gateway',
  'user-task-documentation'
];

/** What bpmnlint expects of a plugin: the rules, and a configuration that turns each of them on. */
module.exports = {
  configs: {
    recommended: {
      rules: Object.fromEntries(RULES.map(name => [name, 'error']))
    }
  },
  rules: Object.fromEntries(RULES.map(name => [name, `./rules/${name}`]))
};
