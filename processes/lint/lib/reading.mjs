import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);

// Only Zeebe's extension: together with that of Camunda 7 nothing can be read any more.
const moddle = new BpmnModdle({
  zeebe: JSON.parse(readFileSync(require.resolve('zeebe-bpmn-moddle/resources/zeebe.json'), 'utf8'))
});

const ENGINE = 'Camunda Cloud';
const CAMUNDA_7 = 'http://camunda.org/schema/1.0/bpmn';
/** What the rules, and Zeebe or the modeler, cannot do without. */
const REQUIRED = {
  'bpmn:SequenceFlow': ['sourceRef', 'targetRef'],
  'bpmn:BoundaryEvent': ['attachedToRef'],
  'bpmndi:BPMNPlane': ['bpmnElement'],
  'bpmndi:BPMNShape': ['bpmnElement', 'bounds'],
  'bpmndi:BPMNEdge': ['bpmnElement']
};
const KNOWN = /^(xmlns|xmlns:.*|(bpmn|bpmndi|dc|di|modeler|xsi|zeebe):.*)$/;

/**
 * Reads the bytes of a model. What comes back has findings, and definitions unless the file is none of ours; `order` ranks
 * the ids as they stand in the file, `whole` tells whether all references lead somewhere.
 */
export async function read(bytes) {
  let xml;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('xml', 'Expected a BPMN model in UTF-8, but the file has another encoding');
  }
  if (xml.includes(CAMUNDA_7)) {
    return refused('engine', `Expected a model for ${ENGINE}, but it uses the namespace of Camunda 7 (${CAMUNDA_7})`);
  }
  let result;
  try {
    result = await moddle.fromXML(xml);
  } catch (error) {
    return refused('xml', unreadable(error));
  }
  const { rootElement: definitions, warnings, elementsById } = result;
  const platform = definitions.$attrs['modeler:executionPlatform'];
  if (platform !== ENGINE) {
    return refused('engine', `Expected a model for ${ENGINE}, but it is for ${platform ?? 'no engine by name'}`);
  }
  const elements = everything(definitions);
  const findings = [
    ...undeclared(xml), ...version(definitions), ...warnings.map(fromWarning), ...elements.flatMap(foreign)
  ];
  if (!findings.some(isReference)) {
    findings.push(...elements.flatMap(missing));
  }
  return {
    definitions,
    order: new Map(Object.keys(elementsById).map((id, index) => [id, index])),
    whole: !findings.some(isReference),
    findings
  };
}

function isReference({ rule }) {
  return rule === 'reference';
}

function refused(rule, message) {
  return { findings: [{ rule, message }] };
}

function version(definitions) {
  const found = definitions.$attrs['modeler:executionPlatformVersion'];
  return /^8\.6(\.|$)/.test(found ?? '')
    ? []
    : [{ rule: 'engine', message: `Expected a model for ${ENGINE} 8.6, but it is for ${found ?? 'no version by name'}` }];
}

function unreadable(error) {
  const root = /unexpected element (<.*>)/.exec(error.warnings?.[0]?.message ?? '');
  if (root) {
    return `Expected a BPMN model, but the file begins with ${root[1]}`;
  }
  const [, line] = /line: (\d+)/.exec(error.message) ?? [];
  const [, reason] = /nested error: (.*)/.exec(error.message) ?? [];
  const place = Number(line) > 0 ? ` (line ${Number(line) + 1})` : '';
  return `Expected a BPMN model in XML, but the file is none: ${reason ?? 'it cannot be read'}${place}`;
}

const SENTENCES = [
  ['id', /illegal ID <(.*)>/, id => `Expected an id in ASCII, but it is „${id}“`],
  ['id', /duplicate ID <(.*)>/, id => `Expected each id once, but „${id}“ is there twice`],
  ['known', /unparsable content (<.*>) detected/, name => `Expected only what BPMN and Zeebe know, but there is ${name}`],
  ['known', /unknown attribute <(.*)>/, name => `Expected only what BPMN and Zeebe know, but there is the attribute „${name}“`],
  ['reference', /unresolved reference <(.*)>/, id => `Expected „${id}“ in the model, but it is not there`]
];

function fromWarning(warning) {
  for (const [rule, pattern, sentence] of SENTENCES) {
    const match = pattern.exec(warning.message);
    if (match) {
      return { rule, element: nearestId(warning.element), message: sentence(match[1]) + line(warning.message) };
    }
  }
  return { rule: 'xml', message: `Expected a model without faults, but: ${warning.message.split('\n')[0]}` };
}

function line(message) {
  const [, number] = /line: (\d+)/.exec(message) ?? [];
  return number === undefined ? '' : ` (line ${Number(number) + 1})`;
}

/** moddle reads the usual prefixes without their declaration, Zeebe does not. */
function undeclared(xml) {
  const declared = new Set([...xml.matchAll(/\sxmlns:([\w-]+)=/g)].map(([, prefix]) => prefix));
  const used = [...xml.matchAll(/<([\w-]+):[\w-]+|\s(?!xmlns:)([\w-]+):[\w-]+="/g)].map(([, tag, attribute]) => tag ?? attribute);
  return [...new Set(used)].filter(prefix => !declared.has(prefix)).map(prefix =>
    ({ rule: 'xml', message: `Expected the prefix „${prefix}“ to be declared, but there is no xmlns:${prefix}` }));
}

/** What moddle keeps although it does not know it: anything in a namespace of others. */
function foreign(element) {
  const names = element.$descriptor.isGeneric
    ? [`<${element.$type}>`]
    : Object.keys(element.$attrs).filter(name => name.includes(':') && !KNOWN.test(name)).map(name => `the attribute „${name}“`);
  return names.map(name => ({
    rule: 'known', element: nearestId(element), message: `Expected only what BPMN and Zeebe know, but there is ${name}`
  }));
}

/** moddle asks for no attribute, not even for the ends of a flow. */
function missing(element) {
  return (REQUIRED[element.$type] ?? []).filter(name => !element[name]).map(name =>
    ({ rule: 'reference', element: nearestId(element), message: `Expected ${element.$type} to have ${name}, but it has none` }));
}

function everything(element) {
  return [element, ...children(element).flatMap(everything)];
}

function children(element) {
  if (element.$descriptor.isGeneric) {
    return [];
  }
  return element.$descriptor.properties
    .filter(property => !property.isAttr && !property.isReference && !property.isVirtual)
    .flatMap(property => element[property.name] ?? [])
    .filter(child => child.$descriptor);
}

function nearestId(element) {
  return element && (element.id ?? nearestId(element.$parent));
}
