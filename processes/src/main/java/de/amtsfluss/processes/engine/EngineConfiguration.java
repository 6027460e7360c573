package de.amtsfluss.processes.engine;

import io.camunda.client.CamundaClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the client of the process engine. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** The client; it connects with the first command, so the engine may be away at start. */
    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(EngineProperties properties) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(properties.grpcAddress())
                .restAddress(properties.restAddress())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(properties.requestTimeout())
                .numJobWorkerExecutionThreads(properties.jobThreads())
                .build();
    }
}
