package de.amtsfluss.workers.notifications;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test of what leaves the office, on a real database, mail server, mailbox and HTTP server; all of them share one
 * application. It does not do the workers' part, so that the test itself says when something is sent.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "amtsfluss.roles=web")
@ContextConfiguration(initializers = Post.class)
@WithLocalStack(Part.POSTGRESQL)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface NotificationsTest {}
