package de.amtsfluss.processes;

import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides {@link ConditionalOnRole} from the property {@code amtsfluss.roles}. */
final class OnRoleCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var wanted = metadata.getAnnotations().get(ConditionalOnRole.class).getEnum("value", Role.class);
        var roles = context.getEnvironment().getProperty("amtsfluss.roles", String[].class);
        return roles == null
                || Arrays.stream(roles).map(String::strip).anyMatch(role -> role.equals(wanted.configured()));
    }
}
