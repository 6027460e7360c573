package de.amtsfluss.forms;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Who may reach which address. What a person may see or do is not decided here but in the services behind.
 *
 * <p>The rules hold in every copy of the application, whatever its roles, so that no copy is open by accident.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:de/amtsfluss/forms/defaults.properties")
@EnableWebSecurity
class SecurityConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    /** Who may reach the management port, an own one that is open to the monitoring only, may read all of it. */
    @Bean
    @Order(0)
    @ConditionalOnProperty("management.server.port")
    SecurityFilterChain management(HttpSecurity http, @Value("${management.server.port}") int port) throws Exception {
        return http.securityMatcher(request -> request.getLocalPort() == port)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .build();
    }

    /** Network servers, which bring a secret of their own, and probes. */
    @Bean
    @Order(1)
    SecurityFilterChain openAddresses(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/api/lorawan/chirpstack",
                        "/api/lorawan/chirpstack/**",
                        "/api/lorawan/the-things-stack",
                        "/api/lorawan/the-things-stack/**",
                        "/actuator/health/**",
                        "/actuator/health")
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Machines, with a bearer token at each call and no session. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiProblems problems) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/openapi", "/api/openapi.yaml")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> {}).authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** People, with a session after they have logged in at Keycloak. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, ClientRegistrationRepository clients, FormsProperties settings)
            throws Exception {
        return http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/portal/meine/**", "/portal/postfach/**")
                        .authenticated()
                        .requestMatchers("/web/**", "/favicon.ico", "/abgemeldet", "/error", "/portal", "/portal/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(Keycloak.LOGIN_PATH).failureHandler(loginFailed()))
                .logout(logout -> logout.logoutSuccessHandler(logoutAtKeycloak(clients)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(loginRequired()))
                .requestCache(cache -> cache.requestCache(returnToPages()))
                .headers(headers -> headers(headers, settings))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, FormsProperties settings) {
        // The logout form is redirected to Keycloak, which browsers count as part of the form's action. form-js draws
        // with style attributes, which need 'unsafe-inline' for styles; scripts come from our own files only.
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                                + "font-src 'self'; connect-src 'self'; form-action 'self' " + settings.issuerOrigin()
                                + "; base-uri 'none'; frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }

    private static OidcClientInitiatedLogoutSuccessHandler logoutAtKeycloak(ClientRegistrationRepository clients) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/abgemeldet");
        return handler;
    }

    /** Sends a person to the login, but tells a script of a page that the session has ended. */
    private static AuthenticationEntryPoint loginRequired() {
        var person = new LoginUrlAuthenticationEntryPoint(Keycloak.LOGIN_PATH);
        var script = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, reason) ->
                (isForPerson(request) ? person : script).commence(request, response, reason);
    }

    /** A failed login ends at a page, not in the next attempt, so that it cannot go round in circles. */
    private static AuthenticationFailureHandler loginFailed() {
        return (request, response, reason) -> {
            LOG.warn("Expected a login to succeed, but it failed: {}", reason.getMessage());
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        };
    }

    private static HttpSessionRequestCache returnToPages() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && isForPerson(request)
                && !request.getRequestURI().endsWith(".ico"));
        return cache;
    }

    private static boolean isForPerson(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getHeader("HX-Request") == null
                && (accept == null || accept.contains("text/html") || accept.equals("*/*"));
    }
}
