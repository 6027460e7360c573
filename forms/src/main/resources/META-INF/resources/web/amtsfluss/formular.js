// Shows a form with form-js, in German, and sends its values. The rules are checked here for convenience only; the
// server checks them again, and what it says appears at the fields.
(() => {
  'use strict';

  const place = document.getElementById('formular');
  const answer = document.getElementById('antwort');
  const button = document.getElementById('erledigen');
  const schema = JSON.parse(document.getElementById('formular-schema').textContent);
  const readOnly = place.dataset.nurLesen === 'true';

  const german = [
    [/^Field is required\.$/, () => 'Bitte füllen Sie dieses Feld aus.'],
    [/^Field must have maximum length of (\d+)\.$/, (_, n) => `Höchstens ${n} Zeichen.`],
    [/^Field must have minimum length of (\d+)\.$/, (_, n) => `Mindestens ${n} Zeichen.`],
    [/^Field must have maximum value of (.+)\.$/, (_, n) => `Höchstens ${n}.`],
    [/^Field must have minimum value of (.+)\.$/, (_, n) => `Mindestens ${n}.`],
    [/^Field must match pattern/, () => 'Das hat nicht die verlangte Form.'],
    [/^Field must be a valid email\.$/, () => 'Bitte geben Sie eine gültige E-Mail-Adresse ein.'],
    [/^Field must be a valid {1,2}international phone number/, () => 'Bitte geben Sie die Nummer mit Landesvorwahl ein, zum Beispiel +49 521 510.'],
    [/^Value is not a number\.$/, () => 'Bitte geben Sie eine Zahl ein.'],
  ];
  const translate = message => {
    const found = german.find(([pattern]) => pattern.test(message));
    return found ? message.replace(found[0], found[1]) : message;
  };

  const fields = [];
  const collect = component => {
    if (component.key) {
      fields.push(component);
    }
    (component.components || []).forEach(collect);
  };
  collect(schema);

  // What the server refused: sentence and refused value by key; it stands until the value is changed.
  let refused = new Map();

  const speakGerman = form => {
    const validator = form.get('validator');
    ['validateField', 'validateFieldInstance'].filter(name => validator[name]).forEach(name => {
      const original = validator[name].bind(validator);
      validator[name] = (first, value) => {
        const key = (first.key || first.valuePath?.at(-1)) ?? fields.find(field => field.id === first.id)?.key;
        const server = refused.get(key);
        const messages = original(first, value).map(translate);
        return server && Object.is(server.value, value) && messages.length === 0 ? [server.sentence] : messages;
      };
    });
  };

  // form-js draws radio buttons without a group; screen readers need one.
  const group = () => {
    place.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach(element => {
      const label = element.querySelector('.fjs-form-field-label');
      if (label) {
        label.id ||= `gruppe-${element.querySelector('input')?.id}`;
        element.setAttribute('role', element.classList.contains('fjs-form-field-radio') ? 'radiogroup' : 'group');
        element.setAttribute('aria-labelledby', label.id);
      }
    });
  };

  const input = field => place.querySelector(`[id^="fjs-form-"][id*="${CSS.escape(field.id)}"]:is(input, textarea, select, [tabindex])`);

  const say = (kind, title, items = []) => {
    const list = items.map(({ field, sentence }) => {
      const entry = document.createElement('li');
      const link = document.createElement('a');
      link.className = 'kern-link kern-link--no-visited-state';
      link.href = '#formular';
      link.textContent = field ? `${field.label}: ${sentence}` : sentence;
      link.addEventListener('click', event => {
        event.preventDefault();
        (field && input(field))?.focus();
      });
      entry.append(link);
      return entry;
    });
    const box = document.createElement('div');
    box.className = `kern-alert kern-alert--${kind}`;
    box.innerHTML = `<div class="kern-alert__header"><span class="kern-icon kern-icon--${kind}" aria-hidden="true"></span><p class="kern-title"></p></div>`;
    box.querySelector('.kern-title').textContent = title;
    if (list.length > 0) {
      const body = document.createElement('div');
      body.className = 'kern-alert__body';
      const ul = document.createElement('ul');
      ul.className = 'fehlerliste';
      ul.append(...list);
      body.append(ul);
      box.append(body);
    }
    answer.replaceChildren(box);
    answer.focus();
  };

  const showErrors = errors => {
    const items = fields
      .filter(field => errors[field.id])
      .map(field => ({ field, sentence: [errors[field.id]].flat(Infinity)[0] }));
    say('danger', 'Bitte prüfen Sie Ihre Angaben.', items);
  };

  const refuse = (form, data, messages) => {
    refused = new Map(Object.entries(messages).map(([key, sentence]) => [key, { sentence, value: data[key] }]));
    form.validate();
    const known = fields.filter(field => messages[field.key]).map(field => ({ field, sentence: messages[field.key] }));
    const others = Object.keys(messages)
      .filter(key => !fields.some(field => field.key === key))
      .map(key => ({ sentence: messages[key] }));
    say('danger', 'Bitte prüfen Sie Ihre Angaben. Es wurde nichts gespeichert.', [...known, ...others]);
  };

  const meta = name => document.querySelector(`meta[name="${name}"]`);
  const send = data =>
    fetch(place.dataset.ziel, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, application/problem+json',
        [meta('csrf-header').content]: meta('csrf-token').content,
      },
      body: JSON.stringify(data),
    });

  // After a new login in another tab this page's token is stale: fetch the one of the new session.
  const renewToken = async () => {
    const page = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
    if (!page.ok) {
      return false;
    }
    const fresh = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('meta[name="csrf-token"]');
    if (!fresh || fresh.content === meta('csrf-token').content) {
      return false;
    }
    meta('csrf-token').content = fresh.content;
    return true;
  };

  const problem = async (form, data, response) => {
    const detail = await response.json().catch(() => ({}));
    if (response.status === 422 && detail.fehler) {
      refuse(form, data, detail.fehler);
    } else if (response.status === 401 || response.status === 403) {
      say('warning', 'Ihre Anmeldung ist abgelaufen. Melden Sie sich in einem neuen Tab an und wählen Sie hier noch einmal „' + button.textContent.trim() + '“. Ihre Angaben bleiben stehen.');
    } else if (response.status === 404) {
      say('warning', place.dataset.fehlt || 'Diese Aufgabe gibt es nicht mehr: Sie wurde inzwischen erledigt oder ist entfallen.');
    } else if (response.status === 409) {
      say('warning', detail.detail);
    } else {
      say('danger', 'Das System antwortet zurzeit nicht. Es wurde nichts geändert. Ihre Angaben bleiben hier stehen; bitte versuchen Sie es gleich noch einmal.');
    }
  };

  const submit = async form => {
    refused = new Map();
    const { data, errors } = form.submit();
    if (Object.keys(errors).length > 0) {
      showErrors(errors);
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    answer.replaceChildren();
    try {
      let response = await send(data);
      if ((response.status === 401 || response.status === 403) && (await renewToken())) {
        response = await send(data);
      }
      if (response.ok) {
        location.assign((await response.json()).weiter);
        return;
      }
      await problem(form, data, response);
    } catch {
      say('danger', 'Es besteht keine Verbindung. Ihre Angaben bleiben hier stehen; bitte versuchen Sie es gleich noch einmal.');
    }
    button.removeAttribute('aria-disabled');
  };

  const show = async () => {
    // A pause before what is typed is taken over would lose it if the form is drawn in between: form-js reads the field only
    // after the pause, and the drawing has put the old value back by then.
    const form = new FormViewer.Form({ container: place, properties: { readOnly }, debounce: false });
    speakGerman(form);
    form.on('changed', () => requestAnimationFrame(group));
    const given = document.getElementById('formular-daten');
    await form.importSchema(schema, given ? JSON.parse(given.textContent) : {});
    requestAnimationFrame(group);
    if (button) {
      button.disabled = false;
      button.addEventListener('click', () => button.getAttribute('aria-disabled') || submit(form));
      place.addEventListener('submit', event => {
        event.preventDefault();
        button.click();
      });
    }
  };

  show().catch(error => {
    say('danger', 'Das Formular kann nicht angezeigt werden. Bitte wenden Sie sich an Ihre IT-Betreuung.');
    throw error;
  });
})();
