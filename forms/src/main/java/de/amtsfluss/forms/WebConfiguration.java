package de.amtsfluss.forms;

import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Pages without a controller, and the files they load: their names carry a checksum, so browsers keep them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.WEB)
class WebConfiguration implements WebMvcConfigurer {

    private final Aussonderungen aussonderungen;

    WebConfiguration(Aussonderungen aussonderungen) {
        this.aussonderungen = aussonderungen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ErasedInterceptor(aussonderungen))
                .addPathPatterns(
                        "/vorgaenge/*/**",
                        "/akten/*/**",
                        "/dokumente/*/**",
                        "/api/vorgaenge/*/**",
                        "/api/dokumente/*/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/aufgaben");
        registry.addViewController("/abgemeldet").setViewName("abgemeldet");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/web/**")
                .addResourceLocations("classpath:/META-INF/resources/web/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AkteurArgumentResolver());
    }

    /** Puts the checksums into the addresses that pages write. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }
}
