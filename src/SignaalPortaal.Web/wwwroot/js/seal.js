/*! SignaalPortaal sealed names: makes the key of a confidential adviser and opens a name with it, here and nowhere else. EUPL-1.2. */
(() => {
  'use strict';
  document.querySelectorAll('[data-without-script]').forEach((el) => { el.hidden = true; });
  const iterations = 600000;
  const wordCount = 6;
  const aboutKey = 'SP1 adviser key';
  const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const base64 = (buffer) => btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join(''));
  const utf8 = (text) => new TextEncoder().encode(text);
  const words = (passphrase) => passphrase.normalize('NFKC').trim().split(/\s+/);
  // Each word with the same chance: a number beyond the last whole multiple of the list is thrown away.
  const randomWord = (list) => {
    const fair = 65536 - (65536 % list.length);
    for (;;) {
      const [number] = crypto.getRandomValues(new Uint16Array(1));
      if (number < fair) return list[number % list.length];
    }
  };
  const keyOf = async (passphrase, salt, rounds) => {
    const secret = await crypto.subtle.importKey('raw', utf8(words(passphrase).join(' ')), 'PBKDF2', false, ['deriveKey']);
    return crypto.subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  };
  // As the portal writes it: the nonce, what was encrypted, the tag.
  const seal = async (key, plain, about) => {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: utf8(about) }, key, plain);
    const box = new Uint8Array(nonce.length + sealed.byteLength);
    box.set(nonce);
    box.set(new Uint8Array(sealed), nonce.length);
    return box;
  };
  const open = (key, box, about) =>
    crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.slice(0, 12), additionalData: utf8(about) }, key, box.slice(12));

  // The passphrase stays in the page: its field has no name, and nothing is sent before what the form does is done.
  const handle = (form, work) => {
    const message = form.querySelector('[data-message]');
    const button = form.querySelector('button[type=submit]');
    const say = (text) => { message.textContent = text; };
    if (!window.crypto?.subtle) {
      say(form.dataset.insecure);
      form.querySelectorAll('button').forEach((one) => { one.disabled = true; });
      return;
    }
    form.addEventListener('submit', async (e) => {
      if (form.dataset.ready) return;
      e.preventDefault();
      say(form.dataset.busy);
      button.disabled = true;
      const problem = await work();
      button.disabled = false;
      say(problem ? form.dataset[problem] : '');
    });
  };

  const making = document.querySelector('form[data-make-key]');
  if (making) {
    // The passphrase is given, never chosen: what people think of can be guessed. It is nowhere but here and on paper.
    let given = [];
    const typed = making.querySelector('input[type=text]');
    const show = (name) => making.querySelectorAll('[data-step]').forEach((step) => { step.hidden = step.dataset.step !== name; });
    const reveal = () => {
      making.querySelector('[data-words]').replaceChildren(...given.map((word) => Object.assign(document.createElement('li'), { textContent: word })));
      show('words');
      making.querySelector('[data-step=words]').focus();
    };
    making.querySelector('[data-give]').addEventListener('click', () => {
      given = Array.from({ length: wordCount }, () => randomWord(window.passphraseWords));
      reveal();
    });
    making.querySelector('[data-written]').addEventListener('click', () => {
      making.querySelector('[data-words]').replaceChildren();
      show('type');
      typed.focus();
    });
    making.querySelector('[data-again]').addEventListener('click', reveal);
    handle(making, async () => {
      if (given.length !== wordCount || words(typed.value.toLowerCase()).join(' ') !== given.join(' ')) { typed.focus(); return 'different'; }
      const pair = await crypto.subtle.generateKey(
        { name: 'RSA-OAEP', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, true, ['encrypt', 'decrypt']);
      const salt = crypto.getRandomValues(new Uint8Array(32));
      const privateKey = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
      const fill = (name, value) => { making.elements[`Input.${name}`].value = value; };
      fill('PublicKey', base64(await crypto.subtle.exportKey('spki', pair.publicKey)));
      fill('SealedPrivateKey', base64(await seal(await keyOf(given.join(' '), salt, iterations), privateKey, aboutKey)));
      fill('Salt', base64(salt));
      fill('Iterations', iterations);
      making.dataset.ready = 'true';
      making.submit();
    });
  }

  const opening = document.querySelector('form[data-open-name]');
  if (opening) {
    handle(opening, async () => {
      const { identity, about, key, privateKey, salt, iterations: rounds } = opening.dataset;
      let unlocked;
      try {
        const passphrase = opening.querySelector('input[type=password]').value;
        const paper = opening.querySelector('textarea').value.trim();
        const file = paper ? JSON.parse(paper) : { privateKey, salt, iterations: rounds };
        unlocked = await open(await keyOf(passphrase, bytes(file.salt), Number(file.iterations)), bytes(file.privateKey), aboutKey);
      } catch {
        opening.querySelector('input[type=password]').focus();
        return 'wrong';
      }
      try {
        const own = await crypto.subtle.importKey('pkcs8', unlocked, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['decrypt']);
        const raw = await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, own, bytes(key));
        const once = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
        const who = JSON.parse(new TextDecoder().decode(await open(once, bytes(identity), about)));
        const shown = document.getElementById('naam');
        shown.querySelectorAll('[data-field]').forEach((field) => { field.textContent = who[field.dataset.field] || '–'; });
        shown.hidden = false;
        shown.focus();
        opening.parentElement.hidden = true;
      } catch {
        return 'broken';
      }
    });
  }

  document.querySelectorAll('[data-download]').forEach((button) => button.addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([document.getElementById(button.dataset.download).textContent], { type: 'application/json' }));
    link.download = button.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
  }));
})();
