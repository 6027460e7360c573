package de.amtsfluss.deploy.localstack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class against real servers.
 *
 * <p>The parts start once per JVM, on free ports and with empty data, and serve all test classes; a class that names
 * more parts adds them. The Spring properties by which the application finds them are set as system properties before a
 * test context starts. A test method or constructor may take the {@link LocalStack} as parameter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(LocalStackExtension.class)
public @interface WithLocalStack {

    /**
     * The parts the tests need; what these need comes along.
     *
     * @return at least one part
     */
    Part[] value();
}
