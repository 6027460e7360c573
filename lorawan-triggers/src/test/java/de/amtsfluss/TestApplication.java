package de.amtsfluss;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** This module and those below it. */
@SpringBootApplication
class TestApplication {}
