package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.lorawantriggers.networkserver.ChirpStack;
import de.amtsfluss.lorawantriggers.networkserver.TheThingsStack;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Puts the webhooks before everything else that answers HTTP. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.WEB)
@ConditionalOnBooleanProperty(name = "amtsfluss.lorawan-triggers.webhook-enabled", matchIfMissing = true)
class WebhookConfiguration {

    @Bean
    FilterRegistrationBean<Webhooks> webhooks(
            IntakeProperties properties,
            Intake intake,
            ChirpStack chirpStack,
            TheThingsStack theThingsStack,
            JsonMapper json) {
        var registration =
                new FilterRegistrationBean<>(new Webhooks(properties, intake, chirpStack, theThingsStack, json));
        registration.addUrlPatterns(Webhooks.CHIRPSTACK, Webhooks.THE_THINGS_STACK, Webhooks.THE_THINGS_STACK + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setAsyncSupported(true);
        return registration;
    }
}
