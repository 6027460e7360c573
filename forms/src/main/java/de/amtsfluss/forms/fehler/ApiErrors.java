package de.amtsfluss.forms.fehler;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what Spring refuses before a handler of the HTTP interface is reached into problem details. */
@RestControllerAdvice(annotations = AnswersWithProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var told = body == null && exception instanceof ErrorResponse answer ? answer.getBody() : body;
        var problem = told instanceof ProblemDetail detail && detail.getType() != null ? told : Problem.of(status);
        return super.handleExceptionInternal(exception, problem, headers, status, request);
    }
}
