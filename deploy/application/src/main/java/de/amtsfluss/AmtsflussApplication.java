package de.amtsfluss;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Amtsfluss. What one copy does is chosen by {@code amtsfluss.roles}. */
@SpringBootApplication
public class AmtsflussApplication {

    /**
     * Starts the application.
     *
     * @param arguments Spring Boot's command line properties
     */
    public static void main(String[] arguments) {
        SpringApplication.run(AmtsflussApplication.class, arguments);
    }
}
