package de.amtsfluss.lorawantriggers;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The module with its demo objects on real servers, one for all tests that say so; the clock looks each second. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.MQTT})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "amtsfluss.roles=web,triggers",
            "amtsfluss.lorawan-triggers.webhook-secret=correct-horse",
            "amtsfluss.lorawan-triggers.demo-data=true",
            "amtsfluss.lorawan-triggers.clock.poll=PT1S"
        })
public @interface OnRealServers {}
