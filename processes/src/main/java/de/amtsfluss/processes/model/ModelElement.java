package de.amtsfluss.processes.model;

/**
 * What people read at an element; empty where the model says nothing.
 *
 * @param name the label
 * @param documentation the instruction
 * @param formId the bound form
 */
record ModelElement(String name, String documentation, String formId) {}
