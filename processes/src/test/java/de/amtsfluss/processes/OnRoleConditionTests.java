package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class OnRoleConditionTests {

    final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Beans.class);

    @Test
    void createsTheBeanWhereTheRoleIsOn() {
        runner.withPropertyValues("amtsfluss.roles=web, workers")
                .run(context -> assertThat(context).hasBean("worker"));
    }

    @Test
    void leavesTheBeanOutWhereTheRoleIsOff() {
        runner.withPropertyValues("amtsfluss.roles=web")
                .run(context -> assertThat(context).doesNotHaveBean("worker"));
    }

    @Test
    void hasAllRolesByDefault() {
        runner.run(context -> assertThat(context).hasBean("worker"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        @ConditionalOnRole(Role.WORKERS)
        String worker() {
            return "worker";
        }
    }
}
