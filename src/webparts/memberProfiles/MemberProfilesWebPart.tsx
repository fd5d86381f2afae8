import * as React from 'react';
import * as ReactDom from 'react-dom';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
export default class MemberProfilesWebPart extends BaseClientSideWebPart<{}> {
  public render(): void {
    ReactDom.render(<div>Hello {this.context.pageContext.web.title}</div>, this.domElement);
  }
}
