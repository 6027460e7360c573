package de.amtsfluss;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The module and those below it, for tests. */
@SpringBootApplication
class TestApplication {}
