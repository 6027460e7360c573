package de.amtsfluss.processes.model;

/**
 * Where an element stands.
 *
 * @param bpmnProcessId the process
 * @param elementId the element in it
 */
record ElementName(String bpmnProcessId, String elementId) {}
