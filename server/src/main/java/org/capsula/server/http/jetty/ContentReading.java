package org.capsula.server.http.jetty;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.ext.ContextResolver;

/**
 * How the API reads JSON: a null in a list or map is no value that anything of ours could keep, and
 * is refused as what is no JSON at all.
 */
public final class ContentReading implements ContextResolver<ObjectMapper> {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .findAndAddModules()
          .build()
          .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return mapper;
  }
}
